package dev.wakeful.autodev.process;

import dev.wakeful.events.SwarmId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * All processes that come from one swarm: the process group of its command, and on Linux also whoever left that group and still bears
 * the swarm's mark in its environment.
 */
final class Family {

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int ROUNDS = 50;
    private static final Path PROC = Path.of("/proc");

    /** Shared by those who look for one family, alone for those who end everybody. */
    private static final ReadWriteLock LOOKING = new ReentrantReadWriteLock();

    private final String inEnvironment;

    private Family(String inEnvironment) {
        this.inEnvironment = inEnvironment;
    }

    /** Everybody started under one claim of a swarm. */
    static Family of(Place place) {
        return new Family("\0" + Place.MARK + "=" + place.mark() + "\0");
    }

    /** Everybody ever started for a swarm, whoever held it then. */
    static Family of(SwarmId swarm) {
        return new Family("\0" + Place.MARK + "=" + Place.mark(swarm, ""));
    }

    /**
     * Ends everybody, while nobody looks for a single family: every look goes through all processes, and those whose process was just ended
     * would all look at once.
     */
    static <T> T holdingBackOthers(Supplier<T> ending) {
        LOOKING.writeLock().lock();
        try {
            return ending.get();
        } finally {
            LOOKING.writeLock().unlock();
        }
    }

    /** Asks the whole group to end, and makes it end after a short grace. */
    void end(Process process) throws InterruptedException {
        Signal.TERM.sendTo(process.pid());
        process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        kill(process);
    }

    /** Ends at once what is left of the group and of everybody with the mark. */
    void kill(Process process) {
        List<ProcessHandle> descendants = look(() -> process.descendants().toList());
        // not through the process itself, which would close its streams before all that it said is read
        process.toHandle().destroyForcibly();
        killGroup(process.pid());
        descendants.forEach(ProcessHandle::destroyForcibly);
        killMarked();
    }

    /** One look at a time may have to be waited for by who ends everybody, never a whole kill. */
    private static <T> T look(Supplier<T> look) {
        LOOKING.readLock().lock();
        try {
            return look.get();
        } finally {
            LOOKING.readLock().unlock();
        }
    }

    /** Ends the process group at once; nobody may wait for it. */
    void killGroup(long group) {
        Signal.KILL.sendTo(group);
    }

    /** Ends everybody with the mark; again while there are new ones, since they may multiply meanwhile. */
    void killMarked() {
        for (int round = 0; round < ROUNDS; round++) {
            List<ProcessHandle> marked = look(this::marked);
            if (marked.isEmpty()) {
                return;
            }
            marked.forEach(ProcessHandle::destroyForcibly);
        }
    }

    List<ProcessHandle> marked() {
        if (!Files.isReadable(PROC)) {
            return List.of();
        }
        long self = ProcessHandle.current().pid();
        try (Stream<Path> processes = Files.list(PROC)) {
            return processes
                    .map(path -> path.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .filter(pid -> pid != self && includes(pid))
                    .flatMap(pid -> ProcessHandle.of(pid).stream())
                    .filter(ProcessHandle::isAlive)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /** Whether the process bears the mark. One that is gone, or is somebody else's, cannot be read and is not ours. */
    boolean includes(long pid) {
        try {
            String environment = Files.readString(PROC.resolve(pid + "/environ"), StandardCharsets.ISO_8859_1);
            return ("\0" + environment).contains(inEnvironment);
        } catch (IOException e) {
            return false;
        }
    }
}
