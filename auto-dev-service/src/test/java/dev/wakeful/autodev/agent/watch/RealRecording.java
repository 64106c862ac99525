package dev.wakeful.autodev.agent.watch;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentSpec;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.adapter.AgentKind;
import dev.wakeful.autodev.agent.adapter.Permissions;
import dev.wakeful.autodev.process.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One agent of the corpus as it really was: the lines it printed in the sandbox and when, heard by its own adapter, and what the watch saw of its
 * processes and files. {@code RecordingIT} of the module standalone makes them; settings at the top of the file, then a moment a line.
 *
 * @param patience shorter than usual, for nobody wants to record for ten minutes
 */
record RealRecording(String name, Optional<Alarm> expected, Patience patience, AgentKind kind, List<Moment> moments)
        implements Played {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    /** What was printed, or after {@code @} what was seen. */
    record Moment(double second, String what) {}

    static RealRecording read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] patience = setting(lines, "patience").split(" ");
        return new RealRecording(
                file.getFileName().toString().replace(".txt", ""),
                Optional.of(setting(lines, "expect"))
                        .filter(what -> !what.equals("fine"))
                        .map(Alarm::valueOf),
                new Patience(
                        Duration.ofSeconds(Long.parseLong(patience[0])),
                        Duration.ofSeconds(Long.parseLong(patience[1])),
                        Integer.parseInt(patience[2])),
                AgentKind.named(setting(lines, "kind")).orElseThrow(),
                lines.stream()
                        .filter(line -> Character.isDigit(line.charAt(0)))
                        .map(RealRecording::moment)
                        .toList());
    }

    private static String setting(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key + " "))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static Moment moment(String line) {
        int blank = line.indexOf(' ');
        return new Moment(Double.parseDouble(line.substring(0, blank)), line.substring(blank + 1));
    }

    @Override
    public long bySeconds() {
        return (long) moments.getLast().second();
    }

    @Override
    public Noticed play() {
        Conversation conversation = conversation();
        Pulse pulse = Pulse.of(START, true);
        for (Moment moment : moments) {
            Instant now = START.plusMillis((long) (moment.second() * 1000));
            Optional<Alarm> alarm = Optional.empty();
            if (moment.what().startsWith("@seen ")) {
                pulse = pulse.seen(sample(moment, pulse.wantsTree(now)), now);
                alarm = pulse.judge(true, patience, now);
            } else if (moment.what().startsWith("@exit ")) {
                alarm = Optional.of(conversation.ended(
                                Integer.parseInt(moment.what().substring(6)), ""))
                        .filter(end -> end.reason() == AgentEnd.Reason.DIED)
                        .map(end -> Alarm.DIED);
            } else {
                Conversation.Heard heard = conversation.heard(moment.what());
                for (AgentEvent event : heard.events()) {
                    pulse = pulse.heard(event, !heard.answers().isEmpty(), now);
                }
            }
            if (alarm.isPresent()) {
                return new Noticed(alarm.get(), (long) moment.second());
            }
        }
        return new Noticed(null, bySeconds());
    }

    private Conversation conversation() {
        AgentSpec spec = new AgentSpec(
                "",
                Path.of("/w"),
                Path.of("/h"),
                "m",
                URI.create("http://127.0.0.1"),
                "",
                null,
                1,
                Duration.ofMinutes(1));
        Conversation conversation =
                kind.adapter("agent", Permissions.IN_WORKSPACE).conversation(spec);
        conversation.opening();
        return conversation;
    }

    /** Processor time, bytes, and a number for the state of the files. */
    private static Sample sample(Moment moment, boolean withTree) {
        String[] seen = moment.what().split(" ");
        return new Sample(
                new Effort(Duration.ofMillis(Long.parseLong(seen[1])), Long.parseLong(seen[2])),
                withTree ? OptionalLong.of(Long.parseLong(seen[3])) : OptionalLong.empty());
    }
}
