package dev.wakeful.cli.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CLI-1: the policy file can be checked before it holds, and shown. */
class ConfigTest {

    @TempDir
    private Path data;

    @Test
    void eachThingThatIsWrongIsALine() throws IOException {
        Path file = Files.writeString(data.resolve("wakeful.yaml"), "budget:\n  day: 500\n  dya: 1\n");

        Ran checked = Ran.on(data, "config", "check");

        assertThat(checked.exit()).isEqualTo(1);
        assertThat(checked.out())
                .contains(file + ":2: budget.day is '500', allowed is")
                .contains(file + ":3: there is no key budget.dya; the nearest is budget.day.");
        Ran json = Ran.on(data, "config", "check", file.toString(), "-o", "json");
        assertThat(json.json().path("ok").asBoolean()).isFalse();
        assertThat(json.json().path("objections").get(0).path("line").asInt()).isEqualTo(2);
        assertThat(Ran.on(data, "config", "show").exit()).isEqualTo(1);
    }

    @Test
    void whatHoldsIsShownWithItsOrigin() throws IOException {
        Files.writeString(data.resolve("wakeful.yaml"), "budget: {day: 50}\n");

        Ran json = Ran.on(data, "config", "show", "-o", "json");

        assertThat(json.exit()).isZero();
        assertThat(json.json().path("settings").valueStream())
                .anySatisfy(each -> {
                    assertThat(each.path("key").asString()).isEqualTo("budget.day");
                    assertThat(each.path("value").asString()).isEqualTo("50");
                    assertThat(each.path("origin").asString()).isEqualTo("file");
                })
                .anySatisfy(each -> {
                    assertThat(each.path("key").asString()).isEqualTo("budget.week");
                    assertThat(each.path("origin").asString()).isEqualTo("default");
                });
        assertThat(Ran.on(data, "config", "check").exit()).isZero();
    }

    @Test
    void theDefaultsAreAFileToBeginWith() throws IOException {
        Files.writeString(
                data.resolve("wakeful.yaml"),
                Ran.on(data, "config", "show", "--defaults").out());

        assertThat(Ran.on(data, "config", "check").exit()).isZero();
    }
}
