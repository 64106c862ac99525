package dev.wakeful.autodev.process;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes from one thread that lives as long as this process. A sandbox that dies with its parent asks the kernel to be told, and
 * the kernel takes the thread that started it for the parent: started from a thread of a pool, it would die with that thread.
 */
final class Starter {

    private static final ExecutorService FOR_EVER = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("process-starter").factory());

    private Starter() {}

    static Process start(ProcessBuilder builder) throws IOException {
        try {
            return FOR_EVER.submit(builder::start).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
