package dev.wakeful.autodev.brief;

import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.Diagnosis;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.Workspace;
import org.springframework.stereotype.Component;

/** Writes down a task for an agent. */
@Component
public class Briefs {

    /** The brief for the workspace as it stands at the failing revision. */
    public String of(Claim claim, Workspace workspace, Work work) {
        Diagnosis diagnosis = work.diagnosis();
        String culprit = diagnosis == null
                ? "No earlier revision is known on which it succeeds.\n"
                : "It succeeds on " + diagnosis.green() + " and fails since "
                        + diagnosis.culprit().revision() + ".\n";
        return """
                You work in a copy of a Git repository, in the directory %s.

                This command fails there and has to succeed:

                %s

                %s
                Find out why and mend the cause, with as small a change as possible. Do not weaken, skip or delete tests or checks, and do not
                change the command. Leave your change in the files; you need not commit it. There is no network. End when the command succeeds.
                """.formatted(
                        workspace.place().directory(),
                        claim.request().repository().check().indent(4),
                        culprit);
    }
}
