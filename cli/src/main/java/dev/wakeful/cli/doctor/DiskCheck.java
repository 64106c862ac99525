package dev.wakeful.cli.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** All data is in one directory: it must be writable, with room (TRG-8). */
record DiskCheck(Path data) implements Check {

    private static final long NEEDED = 1L << 30;

    @Override
    public Diagnosis diagnose() {
        Path place = existing(data);
        if (!Files.isDirectory(place) || !Files.isWritable(place)) {
            return Diagnosis.problem(
                    "disk", place + " is not a directory you may write to.", "Choose another with --data DIR.");
        }
        try {
            FileStore store = Files.getFileStore(place);
            return judge(store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException unknown) {
            return Diagnosis.warning("disk", "The free space of " + place + " is unknown.", "Look at it with df.");
        }
    }

    /** At least 1 GB must be free; under 20 % free is a warning. */
    Diagnosis judge(long free, long total) {
        long percent = total == 0 ? 100 : free * 100 / total;
        String seen = String.format(Locale.ROOT, "%.1f GB (%d %%) free for %s", free / 1e9, percent, data);
        if (free < NEEDED) {
            return Diagnosis.problem("disk", seen, "Free at least 1 GB, or choose another directory with --data DIR.");
        }
        return percent < 20
                ? Diagnosis.warning("disk", seen, "Free some space; a full disk stops the broker and the database.")
                : Diagnosis.ok("disk", seen);
    }

    private static Path existing(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }
}
