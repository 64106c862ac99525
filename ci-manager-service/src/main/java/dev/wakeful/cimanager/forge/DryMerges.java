package dev.wakeful.cimanager.forge;

import java.util.List;

/**
 * How a change goes together with what else is open, tried without changing anything (PLAN-8).
 *
 * @param collisions branches it cannot be merged with, the watched one among them
 * @param untried branches of which it is not known: the history is not all there, the try took too long, or Git is older than 2.38
 */
public record DryMerges(List<Collision> collisions, List<String> untried) {

    public DryMerges {
        collisions = List.copyOf(collisions);
        untried = List.copyOf(untried);
    }

    /**
     * A branch that changes the same lines.
     *
     * @param files in which they are; text from outside
     */
    public record Collision(String branch, List<String> files) {

        public Collision {
            files = List.copyOf(files);
        }
    }
}
