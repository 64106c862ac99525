package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.Workspace;

/** A way to make a change that may mend the failure. It claims nothing: whether the change mends it is proven by others. */
public interface Strategy {

    StrategyName name();

    /** Makes one commit on top of the failing revision. Done again after a crash, it makes the same one where it can. */
    Attempted attempt(Claim claim, Workspace workspace, Work work);
}
