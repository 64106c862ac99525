package dev.wakeful.autodev.workspace;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The part of a revision that is in a tree, as Git's cone mode has it.
 *
 * @param whole directories with all below them; none is below another
 * @param shallow directories of which only the files directly in them are there; the top is always one, and is not named
 */
record Cone(SortedSet<String> whole, SortedSet<String> shallow) {

    static Cone of(Checkout checkout) {
        SortedSet<String> whole = new TreeSet<>();
        for (String directory : new TreeSet<>(checkout.directories())) {
            if (whole.stream().noneMatch(other -> isIn(directory, other))) {
                whole.add(directory);
            }
        }
        SortedSet<String> shallow = new TreeSet<>();
        whole.forEach(directory -> addAbove(directory, shallow));
        return new Cone(whole, shallow);
    }

    /** The same with these files in it as well, and those directly beside them. */
    Cone with(Collection<String> files) {
        SortedSet<String> more = new TreeSet<>(shallow);
        files.stream().filter(file -> !holds(file)).forEach(file -> addAbove(file, more));
        return new Cone(whole, more);
    }

    private static void addAbove(String path, SortedSet<String> directories) {
        for (String above = parent(path); !above.isEmpty(); above = parent(above)) {
            directories.add(above);
        }
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static boolean isIn(String path, String directory) {
        return path.startsWith(directory + "/");
    }

    boolean holds(String file) {
        String parent = parent(file);
        return parent.isEmpty()
                || shallow.contains(parent)
                || whole.stream().anyMatch(directory -> isIn(file, directory));
    }

    /** As Git wants it in {@code info/sparse-checkout}: each directory above before those below. */
    String patterns() {
        return "/*\n!/*/\n"
                + shallow.stream()
                        .map(directory -> "/" + escaped(directory) + "/\n!/" + escaped(directory) + "/*/\n")
                        .collect(Collectors.joining())
                + whole.stream()
                        .map(directory -> "/" + escaped(directory) + "/\n")
                        .collect(Collectors.joining());
    }

    private static String escaped(String directory) {
        return directory.replaceAll("[*?\\[\\\\]", "\\\\$0");
    }

    /** The shallow directories, for Git to list what is directly in them. */
    List<String> shallowPaths() {
        return shallow.stream().map(directory -> directory + "/").toList();
    }
}
