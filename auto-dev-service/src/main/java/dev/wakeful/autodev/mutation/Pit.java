package dev.wakeful.autodev.mutation;

import dev.wakeful.autodev.AutoDevProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * PIT's own jars, which the build puts into this service's jar. They are laid out as files once they are needed, and lent to commands read
 * only; no repository has to download or even name them.
 */
@Component
public class Pit {

    private static final String JARS = "classpath:dev/wakeful/autodev/mutation/pit/*.jar";
    private static final Pattern CORE = Pattern.compile("pitest-(\\d[\\w.]*)\\.jar");

    private final Path directory;
    private List<Path> jars = List.of();

    Pit(AutoDevProperties properties) {
        this.directory = properties.directory().resolve("pit");
    }

    /** Where they are; this is what is lent. */
    public Path directory() {
        return directory;
    }

    /** All of them, there now. */
    public synchronized List<Path> jars() {
        if (jars.isEmpty()) {
            jars = laidOut();
        }
        return jars;
    }

    /** As a log of what was run names it. */
    public String version() {
        return jars().stream()
                .map(jar -> CORE.matcher(jar.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("?");
    }

    private List<Path> laidOut() {
        try {
            List<Path> there = new ArrayList<>();
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources(JARS)) {
                there.add(laidOut(resource));
            }
            if (there.isEmpty()) {
                throw new IllegalStateException("This service was built without PIT: there is nothing at " + JARS);
            }
            return there.stream().sorted(Comparator.naturalOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("PIT could not be laid out in " + directory, e);
        }
    }

    /** Another instance may share the directory and use the file: one that is right is left alone, another one is replaced at once. */
    private Path laidOut(Resource resource) throws IOException {
        Path file = directory.resolve(Objects.requireNonNull(resource.getFilename()));
        byte[] bytes = resource.getContentAsByteArray();
        if (!Files.exists(file) || !Arrays.equals(Files.readAllBytes(file), bytes)) {
            Files.createDirectories(directory);
            Path fresh = Files.createTempFile(directory, "new", ".tmp");
            Files.write(fresh, bytes);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }
}
