package dev.wakeful.autodev.process;

/** The system was stopped; what is under way ends here, and nothing of it is committed. */
public final class StoppedMeanwhile extends RuntimeException {

    public StoppedMeanwhile() {
        super("The system was stopped meanwhile; this swarm ends, its task goes on after a person has resumed");
    }
}
