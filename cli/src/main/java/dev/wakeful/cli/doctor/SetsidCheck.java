package dev.wakeful.cli.doctor;

import dev.wakeful.cli.process.Program;
import java.time.Duration;

/** Checks run in a process group of their own, so that a time limit ends them with all their children. */
record SetsidCheck(Program program) implements Check {

    @Override
    public Diagnosis diagnose() throws InterruptedException {
        return program.run(Duration.ofSeconds(5)).ok()
                ? Diagnosis.ok("setsid", "checks can run in a process group of their own")
                : Diagnosis.warning(
                        "setsid",
                        "setsid is not installed: what a check leaves running may outlive its time limit.",
                        "Install util-linux.");
    }
}
