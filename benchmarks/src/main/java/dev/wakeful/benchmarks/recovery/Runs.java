package dev.wakeful.benchmarks.recovery;

import dev.wakeful.benchmarks.system.Stamps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every run of a check, as its own process wrote it down. */
record Runs(Collection<Run> all) {

    /** What a parent needs to see that a child has ended, and to commit it; a run that ended so shortly before the kill may be done again. */
    private static final long UNSEEN_MICROS = 1_500_000;

    /**
     * One process of a check.
     *
     * @param lastMicros its last sign of life
     * @param ended whether it came to its end
     */
    record Run(String swarm, String revision, String pid, long beganMicros, long lastMicros, boolean ended) {

        boolean overlaps(Run other) {
            return beganMicros < other.lastMicros && other.beganMicros < lastMicros;
        }
    }

    static Runs of(List<Stamps.Stamp> stamps) {
        Map<String, Run> runs = new LinkedHashMap<>();
        for (Stamps.Stamp stamp : stamps) {
            String[] words = stamp.words().split(" ");
            if (words.length == 3) {
                runs.merge(
                        stamp.swarm() + " " + words[0] + " " + words[1] + " " + started(stamp, words, runs),
                        run(stamp, words),
                        (known, now) -> new Run(
                                known.swarm,
                                known.revision,
                                known.pid,
                                known.beganMicros,
                                now.lastMicros,
                                known.ended || now.ended));
            }
        }
        return new Runs(List.copyOf(runs.values()));
    }

    /** A pid may come back: each "began" is another run of it. */
    private static long started(Stamps.Stamp stamp, String[] words, Map<String, Run> runs) {
        if (words[2].equals("began")) {
            return stamp.micros();
        }
        return runs.values().stream()
                .filter(run -> run.swarm.equals(stamp.swarm()) && run.pid.equals(words[1]))
                .mapToLong(Run::beganMicros)
                .max()
                .orElse(stamp.micros());
    }

    private static Run run(Stamps.Stamp stamp, String[] words) {
        boolean ended = words[2].equals("red") || words[2].equals("green");
        return new Run(stamp.swarm(), words[0], words[1], stamp.micros(), stamp.micros(), ended);
    }

    long swarms() {
        return all.stream().map(Run::swarm).distinct().count();
    }

    /** When the first process after the given time began. */
    long firstBeganAfter(long micros) {
        return all.stream()
                .mapToLong(Run::beganMicros)
                .filter(began -> began > micros)
                .min()
                .orElseThrow(() -> new IllegalStateException("No check ran after the restart"));
    }

    /** Checks that had ended, well before the kill, and were run again on the same revision for the same swarm. */
    long finishedAndRunAgain(long killedMicros) {
        return all.stream()
                .filter(run -> run.ended && run.lastMicros < killedMicros - UNSEEN_MICROS)
                .filter(done -> all.stream()
                        .anyMatch(again -> again.swarm.equals(done.swarm)
                                && again.revision.equals(done.revision)
                                && again.beganMicros > done.lastMicros))
                .count();
    }

    /** Pairs of processes of one swarm that were alive at the same time. */
    long aliveTogether() {
        Map<String, List<Run>> bySwarm = new LinkedHashMap<>();
        all.forEach(run ->
                bySwarm.computeIfAbsent(run.swarm, none -> new ArrayList<>()).add(run));
        long pairs = 0;
        for (List<Run> runs : bySwarm.values()) {
            for (int one = 0; one < runs.size(); one++) {
                for (Run other : runs.subList(one + 1, runs.size())) {
                    pairs += runs.get(one).overlaps(other) ? 1 : 0;
                }
            }
        }
        return pairs;
    }
}
