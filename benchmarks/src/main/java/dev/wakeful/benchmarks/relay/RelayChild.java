package dev.wakeful.benchmarks.relay;

import java.io.IOException;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A process of its own with a relay on the shared schema, to be killed. Ends by itself when its parent does. */
public final class RelayChild {

    /** What it prints when its relay runs. */
    static final String READY = "ready";

    private RelayChild() {}

    public static void main(String[] args) {
        System.setProperty("wakeful.logs", System.getProperty("java.io.tmpdir") + "/wakeful-bench-logs");
        Thread.ofPlatform().name("parent-watch").start(RelayChild::endWithParent);
        Services.start(RelayOnly.class, "bench-relay", args[0], args[1], "--wakeful.consumer-group=" + args[2]);
        System.out.println(READY);
        System.out.flush();
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            // the pipe is broken: the parent is gone
        }
        Runtime.getRuntime().halt(0);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    static class RelayOnly {}
}
