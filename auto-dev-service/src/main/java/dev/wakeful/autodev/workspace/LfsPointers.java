package dev.wakeful.autodev.workspace;

import dev.wakeful.events.Revision;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the files of a revision that hold a pointer of Git LFS. Which files may be is in its attributes, so that no other file is read: of the
 * first 40 files of attributes, the first 64 KiB and 200 patterns each.
 */
record LfsPointers(Revisions revisions, Git git) {

    private static final String ATTRIBUTES = ".gitattributes";
    private static final String POINTER = "^version https://git-lfs\\.github\\.com/spec/v[0-9]";
    private static final Pattern NO_PATTERN = Pattern.compile("^(#|!|\\[attr]|/*$)|(^|/)\\.\\.(/|$)");
    private static final int MOST_FILES = 40;
    private static final int MOST_PATTERNS = 200;
    private static final int MOST_BYTES = 64 << 10;

    /** Their paths. */
    List<String> in(Revision revision) {
        List<String> places = revisions.named(revision, List.of(ATTRIBUTES)).stream()
                .limit(MOST_FILES)
                .flatMap(file -> revisions.text(revision, file, MOST_BYTES).stream()
                        .flatMap(text -> places(directory(file), text)))
                .distinct()
                .toList();
        return places.isEmpty() ? List.of() : pointers(revision, places);
    }

    /** The patterns are a stranger's: where Git can make nothing of them, none is known. */
    private List<String> pointers(Revision revision, List<String> places) {
        Stream<String> looking =
                Stream.of("--no-literal-pathspecs", "grep", "-l", "-I", "-z", "-e", POINTER, revision.value(), "--");
        GitResult found = git.run(Stream.concat(looking, places.stream()).toArray(String[]::new));
        return found.succeeded() ? Revisions.paths(found) : List.of();
    }

    private static String directory(String file) {
        return file.substring(0, file.length() - ATTRIBUTES.length());
    }

    /** Where a file of attributes sends files to Git LFS, as Git is to look for them. */
    static Stream<String> places(String directory, String attributes) {
        return attributes
                .lines()
                .map(line -> line.strip().split("\\s+"))
                .filter(words -> List.of(words).contains("filter=lfs"))
                .flatMap(words -> pattern(words[0]).stream())
                .limit(MOST_PATTERNS)
                .map(pattern -> ":(glob)" + directory.replaceAll("[*?\\[\\\\]", "\\\\$0") + pattern);
    }

    /** One without a slash means a name in whatever directory below. A macro, a negative one and one that leads out of the tree mean no file. */
    private static Optional<String> pattern(String word) {
        String bare = word.startsWith("\"") && word.endsWith("\"") && word.length() > 2
                ? word.substring(1, word.length() - 1)
                : word;
        if (NO_PATTERN.matcher(bare).find()) {
            return Optional.empty();
        }
        int slash = bare.indexOf('/');
        return Optional.of(slash < 0 ? "**/" + bare : slash == 0 ? bare.substring(1) : bare);
    }
}
