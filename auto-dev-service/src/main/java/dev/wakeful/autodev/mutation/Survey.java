package dev.wakeful.autodev.mutation;

import dev.wakeful.autodev.report.Mutant;
import dev.wakeful.autodev.report.Mutant.Fate;
import dev.wakeful.autodev.report.Mutation;
import dev.wakeful.events.Evidence.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What all modules together say of the touched lines. Pure.
 *
 * @param inconclusive why something was not seen, each reason once
 */
public record Survey(Mutation mutation, List<String> inconclusive, int leftOut) {

    public static Survey of(Targets targets, List<Probed> probed) {
        List<Mutant> touched = new ArrayList<>();
        Set<String> inconclusive = new LinkedHashSet<>();
        for (Probed each : probed) {
            switch (each) {
                case Probed.Seen seen ->
                    seen.mutants().stream().filter(targets::touch).forEach(touched::add);
                case Probed.Inconclusive why -> inconclusive.add(why.why());
            }
        }
        if (touched.stream().anyMatch(mutant -> mutant.fate() == Fate.UNKNOWN)) {
            inconclusive.add("PIT did not try all mutants");
        }
        return new Survey(Mutation.of(touched), List.copyOf(inconclusive), targets.leftOut());
    }

    /** Whether nothing bad was seen, and not all either. */
    public boolean isInconclusive() {
        return mutation.unnoticed().isEmpty() && !inconclusive.isEmpty();
    }

    public Verdict verdict() {
        if (!mutation.unnoticed().isEmpty()) {
            return Verdict.RED;
        }
        return inconclusive.isEmpty() ? Verdict.GREEN : Verdict.BROKEN;
    }

    /** One sentence without its end. */
    public String note() {
        Stream<String> seen = isInconclusive() && mutation.isEmpty() ? Stream.of() : Stream.of(mutation.toString());
        Stream<String> why = inconclusive.stream().map(each -> "inconclusive: " + each);
        Stream<String> more = leftOut == 0 ? Stream.of() : Stream.of(leftOut + " more touched classes not looked at");
        return String.join(
                "; ", Stream.of(seen, why, more).flatMap(each -> each).toList());
    }
}
