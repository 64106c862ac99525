package dev.wakeful.autodev.limit;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/**
 * How much of this machine is in use, by whomever; inside a container, of what the container may have. What the system does not tell counts as
 * unused.
 */
@Component
public class MachineUse implements InitializingBean, DisposableBean {

    private static final Duration BETWEEN = Duration.ofSeconds(5);
    private static final Path MACHINE = Path.of("/proc/meminfo");
    private static final Path CONTAINER = Path.of("/sys/fs/cgroup");

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final MinuteAverage processor = new MinuteAverage();
    private final Thread looking = Thread.ofVirtual().name("machine-use").unstarted(this::look);

    @Override
    public void afterPropertiesSet() {
        looking.start();
    }

    @Override
    public void destroy() {
        looking.interrupt();
    }

    private void look() {
        try {
            while (true) {
                processor.add(100 * Math.max(0, system.getCpuLoad()), BETWEEN);
                Thread.sleep(BETWEEN);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** How busy the processors have been lately, in percent of all of them: an average that forgets within a minute. */
    public int processorPercent() {
        return processor.value();
    }

    /** How much memory cannot be had, in percent; what the system would give back at once, such as cached files, can be had. */
    public int memoryPercent() {
        try {
            return Math.max(
                    Memory.ofContainer(CONTAINER).map(Memory::percent).orElse(0),
                    Memory.ofMachine(MACHINE).map(Memory::percent).orElse(0));
        } catch (IOException | NumberFormatException notTold) {
            return 0;
        }
    }

    /** @param used in bytes, or any other unit that both have */
    record Memory(long used, long all) {

        int percent() {
            return all <= 0 ? 0 : Math.clamp(100 * used / all, 0, 100);
        }

        static Optional<Memory> ofMachine(Path meminfo) throws IOException {
            if (!Files.isReadable(meminfo)) {
                return Optional.empty();
            }
            long all = number(meminfo, "MemTotal:");
            return Optional.of(new Memory(all - number(meminfo, "MemAvailable:"), all));
        }

        /** Of a control group of the second version; one without a limit has what the machine has. */
        static Optional<Memory> ofContainer(Path group) throws IOException {
            Path limit = group.resolve("memory.max");
            if (!Files.isReadable(limit) || Files.readString(limit).strip().equals("max")) {
                return Optional.empty();
            }
            long used = Long.parseLong(
                            Files.readString(group.resolve("memory.current")).strip())
                    - number(group.resolve("memory.stat"), "inactive_file");
            return Optional.of(
                    new Memory(used, Long.parseLong(Files.readString(limit).strip())));
        }

        private static long number(Path file, String name) throws IOException {
            try (Stream<String> lines = Files.lines(file)) {
                return lines.map(line -> line.split("\\s+"))
                        .filter(words -> words.length > 1 && words[0].equals(name))
                        .mapToLong(words -> Long.parseLong(words[1]))
                        .findFirst()
                        .orElseThrow(() -> new IOException(file + " does not tell " + name));
            }
        }
    }
}
