package dev.wakeful.autodev.brief;

import dev.wakeful.autodev.workspace.Revisions;
import dev.wakeful.events.Revision;
import java.util.List;
import java.util.Optional;

/**
 * The files in which a repository speaks to agents. One of them is put into the brief; all of them are looked at, wherever they are, since coding
 * agents read by themselves whichever they know (DEV-5).
 */
final class Guides {

    private static final List<String> NAMES =
            List.of("AGENTS.md", "CLAUDE.md", "GEMINI.md", "CONTRIBUTING.md", "AGENTS.override.md", "CLAUDE.local.md");
    private static final int MOST = 40;
    private static final int BYTES = 64 << 10;

    private Guides() {}

    /** A file and what it says. */
    record Guide(String path, String text) {}

    /** The one at the top of the repository that speaks for it. */
    static Optional<Guide> first(Revisions revisions, Revision revision) {
        return NAMES.stream()
                .flatMap(name -> revisions.text(revision, name, BYTES).map(text -> new Guide(name, text)).stream())
                .findFirst();
    }

    /** Remembers what in any of them reads like an order: of the first 40, the first 64 KiB. */
    static void look(Revisions revisions, Revision revision, Fence fence) {
        revisions.named(revision, NAMES).stream()
                .limit(MOST)
                .forEach(path -> revisions.text(revision, path, BYTES).ifPresent(text -> fence.look(path, text)));
    }
}
