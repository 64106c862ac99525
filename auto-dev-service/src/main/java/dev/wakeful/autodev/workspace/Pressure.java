package dev.wakeful.autodev.workspace;

import dev.wakeful.autodev.WorkspaceProperties;
import dev.wakeful.events.SwarmEvent.WorkspaceState;
import java.util.ArrayList;
import java.util.List;

/** Which kept workspaces have to go because there is too much in all of them, or too little left on the disk. Pure. */
final class Pressure {

    private Pressure() {}

    /**
     * The oldest kept ones, as few as it takes; none that is live.
     *
     * @param all the oldest first
     * @param free bytes on the disk
     * @return each with the reason
     */
    static List<Held> on(List<Held> all, long free, WorkspaceProperties limits) {
        List<Held> going = new ArrayList<>();
        long total = all.stream()
                .filter(held -> held.state() != WorkspaceState.MARKED)
                .mapToLong(held -> held.size().bytes())
                .sum();
        long tooMuch = Math.max(total - limits.mostBytes(), limits.leastFreeBytes() - free);
        String reason = total > limits.mostBytes()
                ? "All workspaces together had " + total + " bytes, at most " + limits.mostBytes()
                        + " may be; this was the oldest one kept."
                : "The disk had " + free + " bytes left and must have " + limits.leastFreeBytes()
                        + "; this was the oldest one kept.";
        for (Held held : all) {
            if (tooMuch > 0 && held.state() == WorkspaceState.KEPT && !held.live()) {
                going.add(held.at(WorkspaceState.MARKED, reason, null));
                tooMuch -= held.size().bytes();
            }
        }
        return List.copyOf(going);
    }
}
