package dev.wakeful.service.stop;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Watches for the file that stops everything (STOP-1), which needs neither broker nor database: told by the operating system when it
 * appears, and looked for every few seconds besides. Its removal alone resumes nothing.
 */
final class StopFile implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(StopFile.class);
    private static final Duration CHECK = Duration.ofSeconds(5);
    private static final Duration UNTIL_DATABASE = Duration.ofMillis(500);
    private static final int REASON = 300;

    private final Path file;
    private final SafeMode safeMode;
    private final StopWords words;
    private volatile @Nullable Thread thread;
    private boolean writtenDown;

    StopFile(Path file, SafeMode safeMode, StopWords words) {
        this.file = file.toAbsolutePath();
        this.safeMode = safeMode;
        this.words = words;
    }

    @Override
    public void start() {
        look();
        Thread watching = Thread.ofPlatform().name("stop-file").daemon().unstarted(this::run);
        thread = watching;
        watching.start();
    }

    private void run() {
        while (isRunning()) {
            try (WatchService watch = file.getFileSystem().newWatchService()) {
                Path directory = Files.createDirectories(file.getParent());
                directory.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
                while (isRunning() && Files.isDirectory(directory)) {
                    boolean done = look();
                    @Nullable
                    WatchKey key = watch.poll((done ? CHECK : UNTIL_DATABASE).toMillis(), TimeUnit.MILLISECONDS);
                    if (key != null) {
                        key.pollEvents();
                        key.reset();
                    }
                }
            } catch (IOException e) {
                LOG.error("{} cannot be watched, is looked for all the same", file, e);
                lookAgain();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void lookAgain() {
        try {
            look();
            Thread.sleep(CHECK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** False when there is something that could not be written down yet. */
    private boolean look() {
        boolean there = Files.exists(file);
        safeMode.fileIsThere(there);
        if (!there) {
            writtenDown = false;
            return true;
        }
        if (!writtenDown) {
            try {
                words.fileSeen(reason());
                writtenDown = true;
            } catch (RuntimeException e) {
                LOG.debug("The stop by {} cannot be written down yet", file, e);
            }
        }
        return writtenDown;
    }

    private String reason() {
        try (InputStream text = Files.newInputStream(file)) {
            String said = new String(text.readNBytes(REASON), StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}+", " ")
                    .strip();
            return said.isEmpty() ? "The file " + file + " is there" : said;
        } catch (IOException e) {
            return "The file " + file + " is there";
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before anything that works, and until nothing works any more. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 100;
    }
}
