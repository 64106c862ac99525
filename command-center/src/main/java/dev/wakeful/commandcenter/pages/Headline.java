package dev.wakeful.commandcenter.pages;

import dev.wakeful.commandcenter.reading.RunningSwarms.Running;
import dev.wakeful.commandcenter.reading.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is happening now, in one sentence. */
public final class Headline {

    private Headline() {}

    public static String of(Status status, List<Running> running) {
        if (running.size() == 1) {
            Running only = running.getFirst();
            return "A swarm is " + doing(only.step()) + " " + only.repository() + ".";
        }
        if (running.size() > 1) {
            return running.size() + " swarms are at work on " + places(running) + ".";
        }
        if (status.repositories() == 0) {
            return "Awake, and nothing to watch yet.";
        }
        long offered = status.tasks().getOrDefault("PROPOSED", 0L);
        if (offered > 0) {
            return "All quiet. " + (offered == 1 ? "One fix waits" : offered + " fixes wait") + " for your review.";
        }
        return "All quiet on "
                + (status.repositories() == 1 ? "one repository." : status.repositories() + " repositories.");
    }

    private static String doing(@Nullable String step) {
        return switch (step == null ? "" : step) {
            case "reproducing" -> "reproducing the failure in";
            case "bisecting" -> "bisecting";
            case "fixing" -> "mending";
            case "verifying" -> "proving a fix for";
            case "bundling" -> "packing up the fix for";
            default -> "at work on";
        };
    }

    private static String places(List<Running> running) {
        List<String> names =
                running.stream().map(Running::repository).distinct().toList();
        return switch (names.size()) {
            case 1 -> names.getFirst();
            case 2 -> names.getFirst() + " and " + names.getLast();
            default -> names.getFirst() + ", " + names.get(1) + " and " + (names.size() - 2) + " more";
        };
    }
}
