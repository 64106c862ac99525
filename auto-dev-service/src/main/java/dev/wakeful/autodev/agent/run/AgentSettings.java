package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.agent.adapter.AgentKind;
import dev.wakeful.autodev.agent.adapter.Permissions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.convert.DurationStyle;

/**
 * One agent as it is set up under {@code wakeful.auto-dev.agents.NAME}.
 *
 * @param command a program with its first arguments, separated by blanks; of a command and of a script a whole shell line
 * @param model as its provider calls it; empty only where the agent needs none
 * @param mostTurns the most model turns, 1 to 1,000, for agents that can be told
 * @param timeLimit of one run, 1 s to 4 h
 * @param readable directories of the host it may read besides its installation
 * @param permissions what it is allowed when it asks
 */
public record AgentSettings(
        String name,
        AgentKind kind,
        String command,
        String model,
        int mostTurns,
        Duration timeLimit,
        List<Path> readable,
        Permissions permissions) {

    private static final List<String> KEYS =
            List.of("kind", "command", "model", "most-turns", "time-limit", "readable", "permissions");
    private static final Duration LONGEST = Duration.ofHours(4);
    private static final int MOST_TURNS = 1000;

    public AgentSettings {
        readable = List.copyOf(readable);
    }

    /** @throws IllegalArgumentException with the key, the value and what is allowed */
    static AgentSettings of(String name, Map<String, String> told) {
        Values values = new Values(name, told);
        values.require(name.matches("[a-z][a-z0-9-]{0,39}"), "", name, "a name of small letters, digits and dashes");
        values.requireOnly(KEYS);
        String kinds = Stream.of(AgentKind.values()).map(AgentKind::toString).collect(Collectors.joining(", "));
        AgentKind kind = AgentKind.named(values.text("kind", ""))
                .orElseThrow(() -> values.wrong("kind", values.text("kind", ""), "one of " + kinds));
        String command = values.text("command", kind.program());
        values.require(!command.isBlank(), "command", command, "what is to be run");
        String model = values.text("model", "");
        values.require(
                model.matches(kind.needsModel() ? "[A-Za-z0-9._:/@-]{1,100}" : "[A-Za-z0-9._:/@-]{0,100}"),
                "model",
                model,
                "the name of a model");
        return new AgentSettings(
                name,
                kind,
                command,
                model,
                turns(values),
                time(values),
                Stream.of(values.text("readable", "").split(","))
                        .filter(path -> !path.isBlank())
                        .map(path -> Path.of(path.strip()))
                        .toList(),
                permissions(values));
    }

    /** Whether it cannot work without the gateway; a script only plays what it is told. */
    boolean asksModels() {
        return kind != AgentKind.SCRIPTED && !model.isBlank();
    }

    private static int turns(Values values) {
        String told = values.text("most-turns", "100");
        values.require(
                told.matches("\\d{1,4}") && Integer.parseInt(told) >= 1 && Integer.parseInt(told) <= MOST_TURNS,
                "most-turns",
                told,
                "1 to " + MOST_TURNS);
        return Integer.parseInt(told);
    }

    private static Duration time(Values values) {
        String told = values.text("time-limit", "1h");
        String allowed = "a time of 1s to 4h";
        try {
            Duration limit = DurationStyle.detectAndParse(told);
            values.require(
                    limit.compareTo(Duration.ofSeconds(1)) >= 0 && limit.compareTo(LONGEST) <= 0,
                    "time-limit",
                    told,
                    allowed);
            return limit;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw values.wrong("time-limit", told, allowed);
        }
    }

    private static Permissions permissions(Values values) {
        String told = values.text("permissions", "workspace");
        return switch (told) {
            case "workspace" -> Permissions.IN_WORKSPACE;
            case "none" -> Permissions.NONE;
            default -> throw values.wrong("permissions", told, "workspace or none");
        };
    }

    /** The values as they were told, under keys that may be written in any of Spring's ways. */
    private record Values(String agent, Map<String, String> told) {

        String text(String key, String otherwise) {
            return told.entrySet().stream()
                    .filter(entry -> plain(entry.getKey()).equals(plain(key)))
                    .map(entry -> entry.getValue().strip())
                    .findFirst()
                    .orElse(otherwise);
        }

        private static String plain(String key) {
            return key.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
        }

        void requireOnly(List<String> keys) {
            List<String> known = keys.stream().map(Values::plain).toList();
            told.forEach((key, value) -> require(
                    known.contains(plain(key)), key, value, "left out: the keys are " + String.join(", ", keys)));
        }

        void require(boolean holds, String key, String value, String allowed) {
            if (!holds) {
                throw wrong(key, value, allowed);
            }
        }

        IllegalArgumentException wrong(String key, String value, String allowed) {
            return new IllegalArgumentException("wakeful.auto-dev.agents." + agent + (key.isEmpty() ? "" : "." + key)
                    + " must be " + allowed + ", is '" + value + "'");
        }
    }
}
