package dev.wakeful.autodev.process;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Keeps a running command within its bounds: looks four times a second and ends it when it has gone too far. */
public final class Guard implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Process process;
    private final Bounds bounds;
    private final DiskUse disk;
    private final KernelLimits kernel;
    private final ProcessorTime processor = new ProcessorTime();
    private final Thread watcher;
    private volatile @Nullable String breach;
    private volatile @Nullable String noRoom;

    private Guard(Process process, Place place, Bounds bounds) throws IOException {
        this.process = process;
        this.bounds = bounds;
        this.disk = new DiskUse(place);
        this.kernel = new KernelLimits(process);
        this.watcher =
                Thread.ofPlatform().daemon().name("guard of " + process.pid()).unstarted(this::watch);
    }

    /** Watches until the process has ended or this is closed. It is the process that is ended; who started it ends what it leaves. */
    public static Guard over(Process process, Place place, Bounds bounds) throws IOException {
        Guard guard = new Guard(process, place, bounds);
        guard.watcher.start();
        return guard;
    }

    /** Why it was ended, and what a person can do; empty when it was not. */
    public Optional<String> breach() {
        return Optional.ofNullable(breach).or(() -> refused().map(Guard::ended));
    }

    /** @throws DiskFull when it was ended since the disk is nearly full, by whomever */
    public void requireRoom() {
        String full = noRoom;
        if (full != null) {
            throw new DiskFull(full);
        }
    }

    private void watch() {
        while (process.isAlive() && !Thread.currentThread().isInterrupted()) {
            String room = noRoom().orElse(null);
            String found = found().orElse(null);
            if (found != null) {
                breach = ended(found);
            } else if (room != null) {
                noRoom = ended(room);
            }
            if (found != null || room != null) {
                process.destroyForcibly();
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static String ended(String why) {
        return "The command was ended: " + why;
    }

    /** What the kernel refused may have come and gone between two looks. */
    private Optional<String> refused() {
        return kernel.met().map(limit -> "it used all it may " + setting(limit) + ", and wanted more.");
    }

    private Optional<String> found() {
        Inmates inmates = Inmates.of(process);
        if (inmates.processes() > bounds.processes()) {
            return over("it ran " + inmates.processes() + " processes", bounds.processes(), "processes");
        }
        long memory = inmates.memory();
        if (memory > bounds.memoryMb() * Bounds.MIB) {
            return over("it used " + memory / Bounds.MIB + " MiB of memory", bounds.memoryMb(), "memory-mb");
        }
        Duration used = processor.of(inmates.with(process));
        if (used.compareTo(bounds.cpuTime()) > 0) {
            return over(
                    "its processes used " + used.toSeconds() + " s of processor time",
                    bounds.cpuTime().toSeconds(),
                    "cpu-time");
        }
        Optional<String> refused = refused();
        if (refused.isPresent()) {
            return refused;
        }
        try {
            return full();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<String> full() throws IOException {
        long grown = disk.grown(bounds.diskMb() * Bounds.MIB);
        if (grown > bounds.diskMb() * Bounds.MIB) {
            return over("its files filled " + grown / Bounds.MIB + " MiB of the disk", bounds.diskMb(), "disk-mb");
        }
        return Optional.empty();
    }

    /** Whoever filled the disk, if it was not this command beyond what it may. */
    private Optional<String> noRoom() {
        try {
            long free = disk.free() / Bounds.MIB;
            return free >= bounds.freeMb()
                    ? Optional.empty()
                    : Optional.of("only " + free + " MiB are free on the disk of the workspaces, less than "
                            + bounds.freeMb() + " " + setting("free-mb")
                            + ". This is no fault of the change: free some space and try again");
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> over(String what, long most, String setting) {
        return Optional.of(what + ", more than " + most + " " + setting(setting) + ".");
    }

    private static String setting(String key) {
        return "(wakeful.auto-dev.sandbox.limits." + key + ")";
    }

    @Override
    public void close() {
        watcher.interrupt();
    }
}
