package dev.wakeful.benchmarks.report;

import java.util.List;
import java.util.Map;

/**
 * What a benchmark found. Durations are in milliseconds unless the name says otherwise.
 *
 * @param figures ours
 * @param floor what the same work costs at least, on the same machine in the same rounds
 * @param peer what others do for the same work, in the same rounds
 * @param bars the promises
 * @param environment where and with what it ran
 */
public record Report(
        String name,
        Map<String, Object> figures,
        Map<String, Object> floor,
        Map<String, Object> peer,
        List<Bar> bars,
        Map<String, Object> environment) {}
