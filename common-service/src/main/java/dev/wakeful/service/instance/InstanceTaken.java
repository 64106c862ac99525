package dev.wakeful.service.instance;

/** The database dropped this process's session and another process has taken its instance name since. */
final class InstanceTaken extends RuntimeException {

    InstanceTaken(String name) {
        super("The database dropped the session of " + name
                + " and another process has taken that name; this one ends");
    }
}
