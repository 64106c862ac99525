package dev.wakeful.autodev.agent.run;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which directories a program needs to read to run: where it is linked, and where it really is with all its modules. */
final class Installation {

    private Installation() {}

    static List<Path> of(String program, String searchPath) {
        return find(program, searchPath).stream()
                .flatMap(Installation::directories)
                .distinct()
                .toList();
    }

    private static Optional<Path> find(String program, String searchPath) {
        return program.contains("/")
                ? Optional.of(Path.of(program)).filter(Files::isExecutable)
                : Arrays.stream(searchPath.split(File.pathSeparator))
                        .filter(directory -> !directory.isBlank())
                        .map(directory -> Path.of(directory, program))
                        .filter(Files::isExecutable)
                        .findFirst();
    }

    private static Stream<Path> directories(Path program) {
        try {
            Path real = program.toRealPath();
            return Stream.of(program.toAbsolutePath().getParent(), home(real));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** The outermost directory of modules it is in, for they need each other. */
    private static Path home(Path real) {
        for (int n = 1; n < real.getNameCount(); n++) {
            if (real.getName(n - 1).toString().equals("node_modules")) {
                return real.getRoot().resolve(real.subpath(0, n));
            }
        }
        return real.resolveSibling(".").normalize();
    }
}
