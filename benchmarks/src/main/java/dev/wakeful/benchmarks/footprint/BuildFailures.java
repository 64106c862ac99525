package dev.wakeful.benchmarks.footprint;

import dev.wakeful.benchmarks.system.RunningSystem;
import dev.wakeful.cli.server.EventStream;
import java.util.concurrent.CompletableFuture;

/** Follows the live stream until the failure of one job comes by. */
record BuildFailures(String job, CompletableFuture<Void> connected, CompletableFuture<Double> seen) {

    void follow(RunningSystem system) {
        try {
            system.server().events().follow(listener(), event -> {
                boolean wanted = event.text("type").equals("build.failed.v1")
                        && event.text("summary").startsWith(job + " ");
                if (wanted) {
                    seen.complete(system.sinceStartMillis());
                }
                return !wanted;
            });
        } catch (Exception e) {
            connected.completeExceptionally(e);
            seen.completeExceptionally(e);
        }
    }

    private EventStream.Listener listener() {
        return new EventStream.Listener() {
            @Override
            public void connected() {
                connected.complete(null);
            }
        };
    }
}
