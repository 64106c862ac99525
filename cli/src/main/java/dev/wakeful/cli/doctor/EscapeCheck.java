package dev.wakeful.cli.doctor;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.terminal.CommandFailed;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** While the system runs: lets it try to break out of its own sandbox, and says what held (DEV-4). */
record EscapeCheck(URI artefacts) implements Check {

    @Override
    public Diagnosis diagnose() throws InterruptedException {
        try {
            return judge(Server.at(artefacts.resolve("/sandbox")));
        } catch (CommandFailed silent) {
            return Diagnosis.warning(
                    "sandbox", "The sandbox could not be tried: " + silent.getMessage(), "Look into the log.");
        }
    }

    static Diagnosis judge(Item findings) {
        String name = findings.text("sandbox");
        List<Item> attempts = findings.items("attempts");
        if (name.equals("none")) {
            return Diagnosis.warning(
                    "sandbox",
                    "There is NO sandbox: commands of repositories run with all rights of Wakeful (sandbox.kind is none).",
                    "Install bubblewrap and leave wakeful.auto-dev.sandbox.kind out.");
        }
        String broken = attempts.stream()
                .filter(attempt -> !attempt.flag("held"))
                .map(attempt -> attempt.text("attempt") + " (" + attempt.text("says") + ")")
                .collect(Collectors.joining("; "));
        if (!broken.isEmpty() || attempts.isEmpty()) {
            return Diagnosis.problem(
                    "sandbox",
                    name + " did not hold: " + broken,
                    "Stop Wakeful, and report this with the output of `bwrap --version`.");
        }
        return Diagnosis.ok(
                "sandbox",
                name + " held; tried: "
                        + attempts.stream()
                                .map(attempt -> attempt.text("attempt"))
                                .collect(Collectors.joining(", "))
                        + "; downloads are "
                        + findings.text("downloads"));
    }
}
