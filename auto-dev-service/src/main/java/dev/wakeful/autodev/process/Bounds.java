package dev.wakeful.autodev.process;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one command of a repository may use (DEV-4, needs row 21).
 *
 * @param processes at the same time
 * @param memoryMb private memory of all its processes together, in MiB
 * @param diskMb how much it may fill up, in MiB
 * @param fileMb a single file, in MiB
 * @param cpuTime processor time of all its processes together, ended ones too
 * @param niceness how far its processes stand back for the system's own when the processor is busy, 0 to 19, as in {@code nice(1)}
 * @param freeMb what has to stay free on the file system of workspaces, in MiB
 */
@ConfigurationProperties("wakeful.auto-dev.sandbox.limits")
public record Bounds(
        @DefaultValue("1024") int processes,
        @DefaultValue("4096") int memoryMb,
        @DefaultValue("10240") int diskMb,
        @DefaultValue("4096") int fileMb,
        @DefaultValue("24h") Duration cpuTime,
        @DefaultValue("10") int niceness,
        @DefaultValue("512") int freeMb) {

    static final long MIB = 1 << 20;

    public Bounds {
        positive("processes", processes);
        positive("memory-mb", memoryMb);
        positive("disk-mb", diskMb);
        positive("file-mb", fileMb);
        positive("cpu-time", cpuTime.toSeconds());
        positive("free-mb", freeMb);
        if (niceness < 0 || niceness > 19) {
            throw new IllegalArgumentException("wakeful.auto-dev.sandbox.limits.niceness must be 0 to 19");
        }
    }

    private static void positive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("wakeful.auto-dev.sandbox.limits." + key + " must be positive");
        }
    }

    /** Where the kernel draws the line: somewhat above, so that whoever goes over is seen and ended with a reason. */
    public int mostProcesses() {
        return processes + processes / 4 + 16;
    }

    /** The same for memory, in bytes. */
    public long mostMemory() {
        return memoryMb * MIB * 5 / 4;
    }

    /** The same for the processor time, in seconds, of a single process. */
    public long mostCpuSeconds() {
        return cpuTime.toSeconds() * 5 / 4 + 2;
    }

    public long fileBytes() {
        return fileMb * MIB;
    }
}
