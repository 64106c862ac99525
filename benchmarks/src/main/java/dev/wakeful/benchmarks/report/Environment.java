package dev.wakeful.benchmarks.report;

import dev.wakeful.benchmarks.Setup;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where and with what a benchmark ran, and how busy the machine was with other things. */
public final class Environment {

    private Environment() {}

    /** To be taken before the measuring starts, so that the load is that of others. */
    public static Map<String, Object> of(Setup setup) {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        environment.put("rounds", setup.rounds());
        environment.put("quick", setup.quick());
        environment.put("cores", Runtime.getRuntime().availableProcessors());
        environment.put("memoryMiB", firstNumber("/proc/meminfo") / 1024);
        environment.put(
                "loadBefore", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        environment.put("java", Runtime.version().toString());
        environment.put("jvmOfTheSystem", String.join(" ", setup.jvm()));
        environment.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        return environment;
    }

    private static long firstNumber(String file) {
        try {
            return Long.parseLong(Files.readAllLines(Path.of(file)).getFirst().replaceAll("\\D+", ""));
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
