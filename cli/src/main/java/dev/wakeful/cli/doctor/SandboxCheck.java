package dev.wakeful.cli.doctor;

import dev.wakeful.cli.process.Program;
import java.time.Duration;

/** While nothing runs: whether bubblewrap can lock a process in here. Once the system runs, {@link EscapeCheck} tries to break out. */
public record SandboxCheck(Program bubblewrap, Program locked) implements Check {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Of the bubblewrap on this machine. */
    public static SandboxCheck ofThisMachine() {
        return new SandboxCheck(
                Program.of("bwrap", "--version"),
                Program.of(
                        "bwrap", "--unshare-all", "--unshare-user", "--ro-bind", "/", "/", "--proc", "/proc", "true"));
    }

    @Override
    public Diagnosis diagnose() throws InterruptedException {
        if (!bubblewrap.run(LIMIT).ok()) {
            return Diagnosis.problem(
                    "sandbox",
                    "bubblewrap is not installed, so commands of repositories cannot be locked in and Wakeful does not start.",
                    "Install bubblewrap, for example: apt install bubblewrap. Or choose to run commands with all your rights:"
                            + " --set wakeful.auto-dev.sandbox.kind=none.");
        }
        return isUsable()
                ? Diagnosis.ok("sandbox", "bubblewrap can lock commands of repositories in")
                : Diagnosis.problem(
                        "sandbox",
                        "bubblewrap is installed, but this machine does not let it lock anything in: Wakeful does not start.",
                        "Allow unprivileged user namespaces (sysctl kernel.unprivileged_userns_clone=1,"
                                + " kernel.apparmor_restrict_unprivileged_userns=0, or the container's options). Or choose to run"
                                + " commands with all your rights: --set wakeful.auto-dev.sandbox.kind=none.");
    }

    /** Whether a process can be locked in. */
    public boolean isUsable() throws InterruptedException {
        return locked.run(LIMIT).ok();
    }
}
