package dev.wakeful.benchmarks;

import dev.wakeful.benchmarks.report.Report;

/** One line of the scoreboard: measures ours, its floor and its peers in interleaved rounds. */
public interface Benchmark {

    /**
     * Measures and ends everything it started.
     *
     * @throws Exception when it could not measure; a bar that is missed is no error
     */
    Report measure(Setup setup) throws Exception;
}
