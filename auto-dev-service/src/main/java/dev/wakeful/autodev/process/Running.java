package dev.wakeful.autodev.process;

import dev.wakeful.events.SwarmId;
import dev.wakeful.service.stop.SafeMode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Every process that this instance starts passes here, so that an emergency stop finds all of them (STOP-3): none is started while stopped,
 * and none is started unseen while those that run are ended.
 */
@Component
public class Running {

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final SafeMode safeMode;
    private final Map<Process, String> started = new ConcurrentHashMap<>();
    private final ReadWriteLock starting = new ReentrantReadWriteLock();

    public Running(SafeMode safeMode) {
        this.safeMode = safeMode;
        Thread.ofVirtual().name("prepare-to-end-all").start(() -> {
            Signal.prepare();
            Crowd.prepare();
            end(Map.of());
        });
    }

    /**
     * Starts a process that bears the mark; its descendants are found by it until it has ended, and after that by whoever waits for it.
     *
     * @throws StoppedMeanwhile while the system is stopped
     */
    public Process start(ProcessBuilder builder, String mark) throws IOException {
        return start(builder, mark, () -> false);
    }

    /**
     * The same, for work that can be told to end by itself: once it is, nothing of it is started unseen.
     *
     * @throws StoppedMeanwhile while the system is stopped, or when the work is
     */
    public Process start(ProcessBuilder builder, String mark, BooleanSupplier isStopped) throws IOException {
        starting.readLock().lock();
        try {
            if (safeMode.isStopped() || isStopped.getAsBoolean()) {
                throw new StoppedMeanwhile();
            }
            Process process = Starter.start(builder);
            started.put(process, mark);
            return process;
        } finally {
            starting.readLock().unlock();
        }
    }

    /** The process and all that came from it are gone. */
    public void gone(Process process) {
        started.remove(process);
    }

    /**
     * Ends everything this instance runs, without asking, and returns when nothing of it is left.
     *
     * @return how many of them were seen; who dies with its group before anybody looks is not among them
     */
    public int endAll() {
        starting.writeLock().lock();
        starting.writeLock().unlock();
        Map<Process, String> now = Map.copyOf(started);
        if (now.isEmpty()) {
            return 0;
        }
        Set<Long> ended = end(now);
        LOG.warn("{} commands were broken off, with {} processes", now.size(), ended.size());
        return ended.size();
    }

    /** Ends everything this instance runs for a swarm that was told to end, and returns when nothing of it is left. */
    public void end(SwarmId swarm) {
        starting.writeLock().lock();
        starting.writeLock().unlock();
        Map<Process, String> its = started.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith(Place.mark(swarm, "")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!its.isEmpty()) {
            LOG.warn("Swarm {} is to end: {} processes were ended", swarm, end(its).size());
        }
    }

    /**
     * Whoever is known goes at once, by group: with the sandbox around it, and whoever has thrown the mark away; who has left is looked for next.
     * Others are held back before the first of them goes, for each that goes wakes somebody who looks for what is left of it.
     */
    private static Set<Long> end(Map<Process, String> known) {
        return Family.holdingBackOthers(() -> {
            Set<Long> ended = endGroups(known.keySet());
            if (Crowd.isVisible()) {
                ended.addAll(new Crowd(Set.copyOf(known.values())).end(PATIENCE));
            }
            return ended;
        });
    }

    private static Set<Long> endGroups(Set<Process> leaders) {
        Set<ProcessHandle> relatives = Crowd.isVisible() ? Set.of() : relatives(leaders);
        leaders.forEach(process -> Signal.KILL.sendTo(process.pid()));
        leaders.forEach(process -> process.toHandle().destroyForcibly());
        relatives.forEach(ProcessHandle::destroyForcibly);
        return Stream.concat(
                        leaders.stream().map(Process::pid), relatives.stream().map(ProcessHandle::pid))
                .collect(Collectors.toSet());
    }

    /** Where the operating system does not show marks, descendants are all there is to go by; they are known only while their parent lives. */
    private static Set<ProcessHandle> relatives(Set<Process> processes) {
        return processes.stream()
                .flatMap(process -> Stream.concat(Stream.of(process.toHandle()), process.descendants()))
                .filter(ProcessHandle::isAlive)
                .collect(Collectors.toSet());
    }
}
