package dev.wakeful.service.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.wakeful.policy.PolicyRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** behaviour.md, introduction: one file for every number, also for a service that runs alone. */
class PolicySettingsTest {

    @TempDir
    private Path directory;

    @Test
    void theFileIsStrongerThanTheServiceAndWeakerThanWhoStartsIt() throws IOException {
        Path file = Files.writeString(
                directory.resolve("wakeful.yaml"), "heartbeat: 30s\nbudget: {day: 7}\nauto-dev: {swarms: 2}\n");

        StandardEnvironment environment = environment(file, Map.of("wakeful.budget.day", "5"));

        assertThat(environment.getProperty("wakeful.heartbeat")).isEqualTo("30s");
        assertThat(environment.getProperty("wakeful.budget.day")).isEqualTo("5");
        assertThat(environment.getProperty("db-scheduler.threads")).isEqualTo("1");
    }

    @Test
    void aBrokenFileStopsTheStart() throws IOException {
        Path file = Files.writeString(directory.resolve("wakeful.yaml"), "budget: {day: 101}\n");

        assertThatExceptionOfType(PolicyRefused.class)
                .isThrownBy(() -> environment(file, Map.of()))
                .satisfies(refused -> assertThat(new PolicyRefusedAnalyzer()
                                .analyze(refused, refused)
                                .getDescription())
                        .contains("budget.day is '101'"));
    }

    /** Arguments, the policy, the service's own file: in this order. */
    private static StandardEnvironment environment(Path file, Map<String, Object> arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        Map<String, Object> told = new HashMap<>(arguments);
        told.put("wakeful.policy", file.toString());
        environment.getPropertySources().addFirst(new MapPropertySource("arguments", told));
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "own",
                        Map.of(
                                "wakeful.service", "budget",
                                "wakeful.heartbeat", "60s",
                                "wakeful.budget.day", "100",
                                "db-scheduler.threads", "1")));
        new PolicySettings().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
