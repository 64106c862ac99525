package dev.wakeful.autodev.pipeline;

import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML document that is read key by key; what is wrong is collected with its line. Nothing in it is ever made into an object. */
final class Yaml {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s?(s|m|h)");
    private static final int MOST_OBJECTIONS = 20;

    private final String file;
    private final List<String> objections = new ArrayList<>();

    Yaml(String file) {
        this.file = file;
    }

    Map<String, Node> root(String text, Set<String> allowed) {
        try {
            @Nullable Node root = new org.yaml.snakeyaml.Yaml(new LoaderOptions()).compose(new StringReader(text));
            return root == null ? Map.of() : mapping("", root, allowed);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            objections.add(file + ":" + line + ": is no YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            objections.add(file + ":1: is no YAML: " + e.getMessage());
        }
        return Map.of();
    }

    Map<String, Node> mapping(String path, Node node, Set<String> allowed) {
        Map<String, Node> keys = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            object(
                    node,
                    (path.isEmpty() ? "it" : path) + " must hold keys with values; allowed are " + sorted(allowed)
                            + ".");
            return keys;
        }
        for (NodeTuple each : mapping.getValue()) {
            String key = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!allowed.contains(key)) {
                object(
                        each.getKeyNode(),
                        "there is no key " + quoted(path.isEmpty() ? key : path + "." + key) + "; allowed are "
                                + sorted(allowed) + ".");
            } else if (keys.putIfAbsent(key, each.getValueNode()) != null) {
                object(each.getKeyNode(), (path.isEmpty() ? key : path + "." + key) + " is said twice.");
            }
        }
        return keys;
    }

    private static String sorted(Set<String> keys) {
        return String.join(", ", new TreeSet<>(keys));
    }

    Optional<String> text(String path, Node node, int longest) {
        if (node instanceof ScalarNode scalar
                && !scalar.getValue().isBlank()
                && scalar.getValue().length() <= longest
                && scalar.getValue().indexOf('\0') < 0) {
            return Optional.of(scalar.getValue());
        }
        object(node, path + " must be a text of 1 to " + longest + " characters.");
        return Optional.empty();
    }

    Optional<Duration> duration(String path, Node node, Duration most) {
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        Matcher matcher = DURATION.matcher(text);
        Duration duration = matcher.matches()
                ? Duration.ofSeconds(Long.parseLong(matcher.group(1)) * seconds(matcher.group(2)))
                : Duration.ZERO;
        if (duration.isZero() || duration.compareTo(most) > 0) {
            object(
                    node,
                    path + " is " + quoted(text) + ", allowed is 1s to " + most.toHours() + "h, such as 90s or 10m.");
            return Optional.empty();
        }
        return Optional.of(duration);
    }

    private static long seconds(String unit) {
        return switch (unit) {
            case "h" -> 3600;
            case "m" -> 60;
            default -> 1;
        };
    }

    Optional<Integer> number(String path, @Nullable Node node, String unit, int least, int most) {
        if (node == null) {
            return Optional.empty();
        }
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (text.matches("\\d{1,4}" + Pattern.quote(unit))) {
            int number = Integer.parseInt(text.substring(0, text.length() - unit.length()));
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        object(node, path + " is " + quoted(text) + ", allowed is " + least + unit + " to " + most + unit + ".");
        return Optional.empty();
    }

    Optional<Boolean> truth(String path, @Nullable Node node) {
        if (node == null) {
            return Optional.empty();
        }
        String text = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (text.equals("true") || text.equals("false")) {
            return Optional.of(text.equals("true"));
        }
        object(node, path + " is " + quoted(text) + ", allowed is true or false.");
        return Optional.empty();
    }

    /** One text is a list of one. */
    List<String> texts(String path, Node node, int most, int longest) {
        return nodes(path, node, most).stream()
                .flatMap(each -> text(path, each, longest).stream())
                .toList();
    }

    /** Those of a list; a single one is a list of one. */
    List<Node> nodes(String path, Node node, int most) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        if (nodes.isEmpty() || nodes.size() > most) {
            object(node, path + " must be a list of 1 to " + most + " texts.");
            return List.of();
        }
        return nodes;
    }

    /** A list of lists; in place of one of them a single text may stand. */
    List<List<String>> lists(String path, Node node, int most, int longest) {
        if (!(node instanceof SequenceNode list) || list.getValue().size() > most) {
            object(
                    node,
                    path + " must be a list of at most " + most
                            + " lists, such as [[revert-culprit], [claude, codex]].");
            return List.of();
        }
        return list.getValue().stream()
                .map(each -> texts(path, each, most, longest))
                .toList();
    }

    void object(@Nullable Node node, String says) {
        int line = node == null ? 1 : node.getStartMark().getLine() + 1;
        objections.add(file + ":" + line + ": " + says);
    }

    void refuseIfWrong() {
        if (!objections.isEmpty()) {
            throw new PipelineRefused(objections.stream().limit(MOST_OBJECTIONS).toList());
        }
    }

    static String quoted(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown) + "'";
    }
}
