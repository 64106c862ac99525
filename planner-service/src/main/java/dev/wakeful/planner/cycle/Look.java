package dev.wakeful.planner.cycle;

import dev.wakeful.events.ModeEvent.Mode;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.TaskId;
import java.time.Instant;
import java.util.List;

/**
 * What the cycle sees (WAKE-1).
 *
 * @param running swarms at work
 * @param waiting tasks that may start and wait
 * @param red open regressions on watched branches
 * @param percent the most used budget window that is told of
 * @param silent swarms that were not heard of for long, and of which that is not recorded yet
 */
record Look(Mode mode, int running, int waiting, int red, int percent, List<Silent> silent) {

    Look {
        silent = List.copyOf(silent);
    }

    /** @param since when it was last heard of */
    record Silent(TaskId task, SwarmId swarm, Instant since) {}
}
