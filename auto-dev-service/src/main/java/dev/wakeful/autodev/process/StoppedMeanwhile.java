package dev.wakeful.autodev.process;

/** The system was stopped, or the swarm was told to end; what is under way ends here, and nothing of it is committed. */
public final class StoppedMeanwhile extends RuntimeException {

    public StoppedMeanwhile() {
        super(
                "The system was stopped, or the swarm was told to end; the swarm ends here, what becomes of its task is decided elsewhere");
    }
}
