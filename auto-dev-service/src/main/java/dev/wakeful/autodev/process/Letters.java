package dev.wakeful.autodev.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Writes lines to a process without ever waiting for it: one that does not read must not hold up whoever reads from it. */
final class Letters implements AutoCloseable {

    /** Whoever asks and never reads the answers gets no more of them. */
    private static final int WAITING = 10_000;

    private final OutputStream out;
    private final BlockingQueue<List<String>> waiting = new LinkedBlockingQueue<>(WAITING);
    private final Thread writer;
    private boolean closed;

    Letters(OutputStream out) {
        this.out = out;
        this.writer = Thread.ofVirtual().start(this::write);
    }

    private void write() {
        try (out) {
            for (List<String> lines = waiting.take(); !lines.isEmpty(); lines = waiting.take()) {
                for (String line : lines) {
                    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                }
                out.flush();
            }
        } catch (IOException e) {
            // it does not listen any more; what it says and how it ends tells the rest
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void send(List<String> lines) {
        if (!closed && !lines.isEmpty() && waiting.remainingCapacity() > 1) {
            waiting.add(List.copyOf(lines));
        }
    }

    /** No more is written after what was sent; the other side sees the end of its input. */
    void finish() {
        if (!closed) {
            closed = true;
            waiting.add(List.of());
        }
    }

    @Override
    public void close() {
        finish();
        writer.interrupt();
    }
}
