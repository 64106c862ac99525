package dev.wakeful.autodev.pipeline;

import dev.wakeful.autodev.workspace.Checkout;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the key {@code checkout}: which directories a workspace holds. They are plain paths of directories that are there, nothing else, so
 * that what is cut is what was asked for.
 *
 * @param directories which of some paths are directories of the revision
 */
record CheckoutKey(Yaml yaml, UnaryOperator<Set<String>> directories) {

    private static final String PATHS = "checkout.paths";
    private static final int MOST = 100;
    private static final int LONGEST = 300;
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cntrl}\\\\*?]|^/|//");
    private static final Set<String> NO_NAMES = Set.of("", ".", "..", ".git");
    private static final String ALLOWED = ", allowed is a directory of the repository, such as services/a; no pattern.";

    Checkout read(@Nullable Node node) {
        if (node == null) {
            return Checkout.WHOLE;
        }
        @Nullable Node paths = yaml.mapping("checkout", node, Set.of("paths")).get("paths");
        if (paths == null) {
            yaml.object(node, "checkout has no paths; they are the directories that a workspace holds.");
            return Checkout.WHOLE;
        }
        Map<String, Node> asked = new LinkedHashMap<>();
        yaml.nodes(PATHS, paths, MOST).forEach(each -> path(each).ifPresent(path -> asked.put(path, each)));
        requireThere(asked);
        return new Checkout(List.copyOf(asked.keySet()));
    }

    private Optional<String> path(Node node) {
        return yaml.text(PATHS, node, LONGEST)
                .map(text -> text.endsWith("/") && text.length() > 1 ? text.substring(0, text.length() - 1) : text)
                .filter(path -> {
                    boolean plain = isPlain(path);
                    if (!plain) {
                        yaml.object(node, PATHS + " is " + Yaml.quoted(path) + ALLOWED);
                    }
                    return plain;
                });
    }

    private static boolean isPlain(String path) {
        return !NOT_PLAIN.matcher(path).find()
                && Stream.of(path.split("/", -1))
                        .noneMatch(name -> NO_NAMES.contains(name.toLowerCase(java.util.Locale.ROOT)));
    }

    private void requireThere(Map<String, Node> asked) {
        if (!asked.isEmpty()) {
            Set<String> there = directories.apply(asked.keySet());
            asked.forEach((path, node) -> {
                if (!there.contains(path)) {
                    yaml.object(
                            node,
                            PATHS + " is " + Yaml.quoted(path) + ", which is no directory of this revision" + ALLOWED);
                }
            });
        }
    }
}
