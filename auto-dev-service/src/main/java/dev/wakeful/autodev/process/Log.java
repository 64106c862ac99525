package dev.wakeful.autodev.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where what a process says is kept, the first 8 MiB of it. Writing never fails: when the disk takes no more, the rest is let go, so that nobody
 * waits on a pipe that nobody empties; that it is incomplete is told once and remembered.
 */
final class Log implements AutoCloseable {

    private static final int BYTES = 8 << 20;

    private final Path file;
    private final OutputStream out;
    private final Runnable whenLost;
    private volatile @Nullable IOException lost;
    private long total;

    /** @param whenLost told by whoever writes, once */
    Log(Path file, Runnable whenLost) throws IOException {
        this.file = file;
        this.out = Files.newOutputStream(file);
        this.whenLost = whenLost;
    }

    void write(byte[] buffer, int count) {
        if (lost == null) {
            try {
                put(buffer, count);
            } catch (IOException e) {
                lost = e;
                whenLost.run();
            }
        }
    }

    private void put(byte[] buffer, int count) throws IOException {
        int room = Math.clamp(BYTES - total, 0, count);
        out.write(buffer, 0, room);
        if (room < count && total <= BYTES) {
            out.write("\n[the rest is left out]\n".getBytes(StandardCharsets.UTF_8));
        }
        total += count;
    }

    /** @throws DiskFull when some of what was said so far is not in it */
    void requireWhole() {
        IOException refused = lost;
        if (refused != null) {
            throw new DiskFull(file, refused);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
