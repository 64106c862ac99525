package dev.wakeful.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.Ink;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class LineTest {

    private static final Item NOTHING = item("{}");

    @Test
    void eachKnownEventHasItsWord() {
        assertThat(of("build.failed.v1", NOTHING).label()).isEqualTo("accepted");
        assertThat(of("change.proposed.v1", NOTHING).mood()).isEqualTo(Line.Mood.GOOD);
        assertThat(of("swarm.failed.v2", NOTHING).mood()).isEqualTo(Line.Mood.BAD);
    }

    @Test
    void anEventOfLaterTimesIsShownByItsOwnName() {
        assertThat(of("deployment.begun.v1", NOTHING).label()).isEqualTo("begun");
    }

    @Test
    void theRuleAndTheReactionAreAdded() {
        assertThat(of("task.planned.v1", item("{\"decisions\":[{\"rule\":\"AUTH-1\"}]}"))
                        .text())
                .isEqualTo("It happened. Rule AUTH-1.");
        assertThat(of("swarm.started.v1", item("{\"reactionMillis\":87}")).text())
                .endsWith("87 ms after the webhook.");
    }

    @Test
    void plainInkPaintsNothing() {
        assertThat(of("build.failed.v1", NOTHING).painted(Ink.PLAIN)).isEqualTo("accepted    It happened.");
    }

    private static Line of(String type, Item task) {
        return Line.of(item("{\"type\":\"" + type + "\",\"summary\":\"It happened.\"}"), task);
    }

    private static Item item(String json) {
        return new Item(JsonMapper.builder().build().readTree(json));
    }
}
