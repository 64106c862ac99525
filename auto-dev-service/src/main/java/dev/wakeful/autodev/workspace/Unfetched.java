package dev.wakeful.autodev.workspace;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a revision names and no tree of it holds, since nothing is ever fetched: the files of submodules, and what Git LFS keeps elsewhere.
 *
 * @param submodules the directories that are empty instead
 * @param pointers the files that hold a pointer of Git LFS instead of their content
 */
public record Unfetched(List<String> submodules, List<String> pointers) {

    private static final int MOST_NAMED = 5;

    public Unfetched {
        submodules = List.copyOf(submodules);
        pointers = List.copyOf(pointers);
    }

    /** Only what is in a part of the repository. */
    Unfetched in(Predicate<String> part) {
        return new Unfetched(
                submodules.stream().filter(part).toList(),
                pointers.stream().filter(part).toList());
    }

    /** A sentence for each of the two that there is; nothing where the tree holds everything. The paths are text from outside. */
    public String inWords() {
        return Stream.of(
                        submodules.isEmpty()
                                ? ""
                                : "Submodules are not fetched: " + Names.of(submodules, MOST_NAMED)
                                        + (submodules.size() == 1
                                                ? " is an empty directory here."
                                                : " are empty directories here."),
                        pointers.isEmpty()
                                ? ""
                                : "What Git LFS keeps elsewhere is not fetched: " + Names.of(pointers, MOST_NAMED)
                                        + (pointers.size() == 1
                                                ? " is a pointer file here."
                                                : " are pointer files here."))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
