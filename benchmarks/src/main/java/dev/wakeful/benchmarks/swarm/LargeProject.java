package dev.wakeful.benchmarks.swarm;

import dev.wakeful.benchmarks.system.WatchedProject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A generated repository whose first commit holds all of its files, whose second only a few of them, and whose third again all of them and the
 * wish for one directory of a hundred. Six parts of ten are small files of
 * text, the rest a few large ones that do not compress.
 *
 * @param all the revision with all files in its tree
 * @param few the revision with a small tree after all that history
 * @param asking the revision with all files that asks for {@link #PART} only
 */
record LargeProject(WatchedProject project, String all, String few, String asking, int files) {

    static final String PART = "src/m07";

    /** Cannot be run, so a swarm ends after it was tried once. */
    private static final String CHECK = "exit 127";

    private static final int MIB = 1 << 20;
    private static final int SMALL_BYTES = 16 << 10;
    private static final int LARGE_FILES = 8;
    private static final int KEPT_PERCENT = 2;

    static LargeProject make(Path parent, int mebibytes) throws IOException, InterruptedException {
        WatchedProject project = WatchedProject.make(parent, "large", CHECK);
        int largeBytes = mebibytes * 4 / 10 / LARGE_FILES * MIB;
        int small = (int) ((long) mebibytes * 6 / 10 * MIB / SMALL_BYTES);
        Process git = new ProcessBuilder("git", "-c", "core.compression=1", "fast-import", "--quiet", "--depth=0")
                .directory(project.path().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream out = new BufferedOutputStream(git.getOutputStream(), MIB)) {
            new Stream(out, new Random(7)).write(small, largeBytes);
        }
        if (git.waitFor() != 0) {
            throw new IOException("git fast-import ended with " + git.exitValue());
        }
        return new LargeProject(
                project,
                revision(project, "main~2"),
                revision(project, "main~1"),
                revision(project, "main"),
                small + LARGE_FILES);
    }

    private static String revision(WatchedProject project, String name) throws InterruptedException {
        return project.git().run("rev-parse", "refs/heads/" + name);
    }

    /** What {@code git fast-import} reads. */
    private record Stream(OutputStream out, Random random) {

        void write(int small, int largeBytes) throws IOException {
            List<String> files = new ArrayList<>();
            byte[] text = text();
            for (int n = 0; n < small; n++) {
                String name = "src/m%02d/p%02d/f%d.txt".formatted(n % 100, n / 100 % 20, n);
                byte[] content = new byte[SMALL_BYTES];
                System.arraycopy(text, random.nextInt(text.length - SMALL_BYTES), content, 0, SMALL_BYTES);
                files.add(blob(files.size() + 1, name, content));
            }
            for (int n = 0; n < LARGE_FILES; n++) {
                byte[] content = new byte[largeBytes];
                random.nextBytes(content);
                files.add(blob(files.size() + 1, "data/large-" + n + ".bin", content));
            }
            commit("All files", files);
            commit("Few files", files.subList(0, Math.max(1, small * KEPT_PERCENT / 100)));
            byte[] wish = "checkout: {paths: [%s]}\n".formatted(PART).getBytes(StandardCharsets.US_ASCII);
            files.add(blob(files.size() + 1, ".wakeful.yaml", wish));
            commit("All files, one directory asked for", files);
        }

        /** Words that repeat, so that it compresses as source code does. */
        private byte[] text() {
            return random.ints(300_000, 0, 5_000)
                    .mapToObj(word -> "word" + word + (word % 10 == 0 ? "\n" : " "))
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.US_ASCII);
        }

        private String blob(int mark, String name, byte[] content) throws IOException {
            say("blob\nmark :%d\ndata %d\n".formatted(mark, content.length));
            out.write(content);
            say("\n");
            return "M 100644 :%d %s\n".formatted(mark, name);
        }

        private void commit(String message, List<String> files) throws IOException {
            say("commit refs/heads/main\ncommitter Bench <bench@example.com> 1700000000 +0000\n");
            say("data %d\n%s\ndeleteall\n".formatted(message.length(), message));
            say(String.join("", files));
            say("\n");
        }

        private void say(String line) throws IOException {
            out.write(line.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
