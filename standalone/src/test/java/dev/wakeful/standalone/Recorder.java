package dev.wakeful.standalone;

import dev.wakeful.autodev.process.Bystander;
import dev.wakeful.autodev.process.Effort;
import dev.wakeful.autodev.process.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes down what one agent of a running system says and how it looks, with the times: a recording for the corpus of the watch. Looks at the agent's
 * log and at {@code /proc} several times a second, as the watch does every five.
 */
final class Recorder {

    private static final Duration BETWEEN = Duration.ofSeconds(5);

    private final Path artefacts;
    private final Path workspace;
    private final String swarm;
    private final List<String> lines = new ArrayList<>();
    private final Map<Path, Instant> seen = new HashMap<>();
    private final Map<String, Integer> trees = new HashMap<>();
    private Optional<Path> log = Optional.empty();
    private Optional<Bystander> bystander = Optional.empty();
    private List<Long> itself = List.of();
    private Instant start = Instant.EPOCH;
    private Instant lookedAt = Instant.EPOCH;
    private int heard;
    private boolean gone;

    Recorder(Path data, String swarm) {
        this.artefacts = data.resolve("auto-dev/artefacts").resolve(swarm);
        this.workspace = data.resolve("auto-dev/workspaces").resolve(swarm);
        this.swarm = swarm;
    }

    /** Looks once; several times a second is right. */
    void look() {
        Instant now = Instant.now();
        if (log.isEmpty()) {
            log = found(now);
            log.ifPresent(file -> start = seen.getOrDefault(file, now));
        }
        log.ifPresent(file -> {
            List<String> said = said(file);
            said.subList(heard, said.size()).forEach(line -> lines.add(at(now) + " " + line));
            if (heard == 0 && !said.isEmpty()) {
                itself = bearers().map(ProcessHandle::pid).toList();
                bystander = mark().map(mark -> new Bystander(new Place(mark, workspace, workspace, workspace)));
                bystander.ifPresent(Bystander::setApart);
            }
            heard = said.size();
            if (!gone && !lookedAt.plus(BETWEEN).isAfter(now)) {
                lookedAt = now;
                sample(now);
            }
        });
    }

    private void sample(Instant now) {
        if (heard > 0 && itself.stream().noneMatch(pid -> ProcessHandle.of(pid).isPresent())) {
            gone = true;
            lines.add(at(now) + " @exit 0");
            return;
        }
        Effort effort = bystander.map(Bystander::effort).orElse(Effort.NONE);
        lines.add(at(now) + " @seen " + effort.cpu().toMillis() + " " + effort.bytes() + " " + tree());
    }

    boolean isOver() {
        return gone;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private String at(Instant now) {
        return String.format(Locale.ROOT, "%.1f", Duration.between(start, now).toMillis() / 1000.0);
    }

    /** The agent's own among the logs of the swarm's commands. */
    private Optional<Path> found(Instant now) {
        try (Stream<Path> files = Files.isDirectory(artefacts) ? Files.list(artefacts) : Stream.empty()) {
            List<Path> logs =
                    files.filter(file -> file.toString().endsWith(".log")).toList();
            logs.forEach(file -> seen.putIfAbsent(file, now));
            return logs.stream()
                    .filter(file -> !said(file).isEmpty())
                    .filter(file -> said(file).stream().anyMatch(line -> line.startsWith("{\"")))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole lines only. */
    private static List<String> said(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** What its processes are found by. */
    private Optional<String> mark() {
        return bearers()
                .flatMap(process -> environment(process.pid()))
                .filter(variable -> variable.startsWith(Place.MARK + "="))
                .map(variable -> variable.substring(Place.MARK.length() + 1))
                .findFirst();
    }

    private Stream<ProcessHandle> bearers() {
        String begin = Place.MARK + "=" + swarm + ":";
        return ProcessHandle.allProcesses()
                .filter(process -> environment(process.pid()).anyMatch(variable -> variable.startsWith(begin)));
    }

    private static Stream<String> environment(long pid) {
        try {
            return Stream.of(Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1)
                    .split("\0"));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** A number for the names and sizes of its files. */
    private int tree() {
        Map<String, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(workspace.resolve("tree"))) {
            files.filter(file -> !file.toString().contains("/.git/"))
                    .filter(Files::isRegularFile)
                    .forEach(file -> sizes.put(file.toString(), file.toFile().length()));
        } catch (IOException | UncheckedIOException e) {
            // it is changing under us
        }
        return trees.computeIfAbsent(sizes.toString(), state -> trees.size() + 1);
    }
}
