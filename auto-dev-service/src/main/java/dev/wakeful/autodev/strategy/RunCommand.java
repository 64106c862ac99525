package dev.wakeful.autodev.strategy;

import dev.wakeful.autodev.check.Commands;
import dev.wakeful.autodev.process.Ended;
import dev.wakeful.autodev.process.ProcessRecords.Kind;
import dev.wakeful.autodev.swarm.Attempt.Result;
import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.ChangeRefused;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.swarm.StrategyName;
import dev.wakeful.autodev.swarm.Work;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Runs the repository's own fix command, for example a formatter, and takes whatever it changed. */
@Component
class RunCommand implements Strategy {

    private final Commands commands;

    RunCommand(Commands commands) {
        this.commands = commands;
    }

    @Override
    public StrategyName name() {
        return StrategyName.RUN_COMMAND;
    }

    @Override
    public Attempted attempt(Claim claim, Workspace workspace, Work work) {
        String line = Objects.requireNonNull(claim.request().repository().fix(), "there is no fix command");
        Revision base = claim.request().revision();
        workspace.standAt(base);
        Commands.Run run = commands.run(claim, workspace, new Commands.Order(Kind.FIX, line, base));
        commands.settle(claim, run, () -> {});
        return run.ended().exitCode() == 0 ? taken(claim, workspace, line) : refused(line, run.ended());
    }

    private static Attempted refused(String line, Ended ended) {
        return new Attempted.Nothing(
                Result.NOT_APPLICABLE,
                "the fix command '" + line + "' ended with exit code " + ended.exitCode() + ": "
                        + ended.tail().lines().reduce("", (first, last) -> last));
    }

    private Attempted taken(Claim claim, Workspace workspace, String line) {
        try {
            return made(claim, workspace, line);
        } catch (ChangeRefused e) {
            return new Attempted.Nothing(Result.NOT_APPLICABLE, e.why());
        }
    }

    private Attempted made(Claim claim, Workspace workspace, String line) {
        return workspace
                .commit(claim.request().revision(), message(claim, line))
                .<Attempted>map(made -> new Attempted.Made(new Candidate(name(), made, title(line))))
                .orElseGet(() -> new Attempted.Nothing(
                        Result.NOT_APPLICABLE, "the fix command '" + line + "' changed nothing."));
    }

    private static String title(String line) {
        String first = line.lines().findFirst().orElse("");
        return "Run " + (first.length() <= 60 ? first : first.substring(0, 60) + "…");
    }

    private static String message(Claim claim, String line) {
        return """
                %s

                The check '%s'
                is red on %s.

                Task-Id: %s
                Lineage: %s
                """.formatted(
                        title(line),
                        claim.request().repository().check(),
                        claim.request().revision(),
                        claim.request().task(),
                        claim.swarm().provenance().lineage());
    }
}
