package dev.wakeful.autodev.sandbox;

/** The sandbox that was chosen does not work on this machine; auto-dev does not start, since nothing runs without a fence by accident. */
public final class SandboxMissing extends RuntimeException {

    SandboxMissing(String what, String remedy) {
        super("Commands of repositories cannot be locked in: " + what + ". " + remedy
                + ", or choose to run them without a sandbox, with all rights of this process:"
                + " wakeful.auto-dev.sandbox.kind=none");
    }
}
