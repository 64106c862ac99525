package dev.wakeful.cli.doctor;

import dev.wakeful.cli.process.Program;
import java.time.Duration;

/** Whether processes can be locked in: bubblewrap, and user namespaces for it. */
record SandboxCheck(Program bubblewrap, Program namespaces) implements Check {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    @Override
    public Diagnosis diagnose() throws InterruptedException {
        boolean installed = bubblewrap.run(LIMIT).ok();
        boolean usable = namespaces.run(LIMIT).ok();
        if (installed && usable) {
            return Diagnosis.ok("sandbox", "bubblewrap is installed and user namespaces work");
        }
        if (!usable) {
            return Diagnosis.warning(
                    "sandbox",
                    (installed ? "bubblewrap is installed, but" : "bubblewrap is not installed, and")
                            + " user namespaces are not allowed here: checks run as plain processes.",
                    "Allow them (sysctl kernel.unprivileged_userns_clone=1, or the container's options)"
                            + (installed ? "." : ", and install bubblewrap."));
        }
        return Diagnosis.warning(
                "sandbox",
                "bubblewrap is not installed (user namespaces work): checks run as plain processes.",
                "Install bubblewrap, for example: apt install bubblewrap.");
    }
}
