package dev.wakeful.autodev.agent.watch;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import dev.wakeful.autodev.process.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One agent of the corpus, made by hand: what it said and how it looked, second by second, and what is to be noticed of it. */
record Recording(String name, Optional<Alarm> expected, long bySeconds, boolean talks, List<Moment> moments, long until)
        implements Played {

    /** A line of the file: when, what, and about what. */
    record Moment(long second, String verb, String rest) {}

    static Recording read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String[] expect = lines.getFirst().split(" ");
        List<Moment> moments = moments(lines);
        long until = lines.stream()
                .filter(line -> line.startsWith("until "))
                .map(line -> seconds(line.substring(6)))
                .findFirst()
                .orElse(moments.stream().mapToLong(Moment::second).max().orElse(0));
        return new Recording(
                file.getFileName().toString().replace(".txt", ""),
                expect[1].equals("fine") ? Optional.empty() : Optional.of(Alarm.valueOf(expect[1])),
                expect[1].equals("fine") ? 0 : seconds(expect[3]),
                !lines.contains("silent"),
                moments,
                until);
    }

    private static List<Moment> moments(List<String> lines) {
        List<Moment> moments = new ArrayList<>();
        for (int n = 1; n < lines.size(); n++) {
            String[] words = lines.get(n).split(" ");
            if (words[0].equals("loop")) {
                int end = lines.subList(n, lines.size()).indexOf("next") + n;
                for (int i = 0; i < Integer.parseInt(words[1]); i++) {
                    for (String line : lines.subList(n + 1, end)) {
                        moments.add(moment(line.replace("$i", Integer.toString(i)), i * seconds(words[3])));
                    }
                }
                n = end;
            } else if (words[0].matches("\\d+s")) {
                moments.add(moment(lines.get(n), 0));
            }
        }
        moments.sort(Comparator.comparingLong(Moment::second));
        return moments;
    }

    private static Moment moment(String line, long offset) {
        String[] parts = line.split(" ", 3);
        return new Moment(offset + seconds(parts[0]), parts[1], parts.length > 2 ? parts[2] : "");
    }

    private static long seconds(String text) {
        return Long.parseLong(text.replace("s", ""));
    }

    @Override
    public Noticed play() {
        Instant start = Instant.parse("2026-11-20T12:00:00Z");
        Pulse pulse = Pulse.of(start, talks);
        double cpu = 0;
        double bytes = 0;
        double cpuRate = 0;
        double byteRate = 0;
        long tree = 1;
        boolean alive = true;
        int next = 0;
        for (long second = 0; second <= until + 5; second++) {
            Instant now = start.plusSeconds(second);
            cpu += cpuRate / 100;
            bytes += byteRate;
            for (; next < moments.size() && moments.get(next).second() <= second; next++) {
                Moment moment = moments.get(next);
                switch (moment.verb()) {
                    case "cpu" -> cpuRate = Double.parseDouble(moment.rest());
                    case "io" -> byteRate = Double.parseDouble(moment.rest());
                    case "tree" -> tree = Long.parseLong(moment.rest());
                    case "exit", "exit-finished" -> alive = false;
                    default -> pulse = pulse.heard(event(moment), !moment.verb().equals("ask"), now);
                }
                if (moment.verb().equals("exit-finished")) {
                    pulse = pulse.heard(finished(), false, now);
                }
            }
            if (second % 5 == 0) {
                OptionalLong seen = pulse.wantsTree(now) ? OptionalLong.of(tree) : OptionalLong.empty();
                Effort effort = new Effort(Duration.ofMillis((long) (cpu * 1000)), (long) bytes);
                pulse = pulse.seen(new Sample(effort, seen), now);
                Optional<Alarm> alarm = pulse.judge(alive, Patience.USUAL, now);
                if (alarm.isPresent()) {
                    return new Noticed(alarm.get(), second);
                }
            }
        }
        return new Noticed(null, until);
    }

    private static AgentEvent event(Moment moment) {
        String[] words = moment.rest().split(" ", 3);
        return switch (moment.verb()) {
            case "started" -> new AgentEvent.Started("s", "m");
            case "message" -> new AgentEvent.Message(moment.rest());
            case "tool" -> new AgentEvent.ToolStarted(words[0], words[1], words.length > 2 ? words[2] : "");
            case "end" ->
                new AgentEvent.ToolEnded(words[0], "", null, words[1].equals("fail"), words.length > 2 ? words[2] : "");
            case "ask", "asked" -> new AgentEvent.PermissionAsked("1", "may I", List.of("yes", "no"));
            case "used" -> new AgentEvent.Used(new Tokens(1, Long.parseLong(moment.rest()), 0, 0), null);
            case "failed" -> new AgentEvent.Failed(moment.rest(), true);
            case "finished" -> finished();
            default -> throw new IllegalArgumentException(moment.toString());
        };
    }

    private static AgentEvent finished() {
        return new AgentEvent.Finished(new AgentEnd(Reason.DONE, "", "s", Tokens.NONE, null));
    }
}
