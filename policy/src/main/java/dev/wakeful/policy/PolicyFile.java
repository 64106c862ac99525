package dev.wakeful.policy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a policy file and collects everything that is wrong in it. Values are taken as they are written, so {@code 23:00} is a time. */
final class PolicyFile {

    private static final long MOST_BYTES = 1 << 20;

    private final Catalogue catalogue;
    private final Path file;
    private final Map<String, Policy.Said> said = new LinkedHashMap<>();
    private final List<Objection> objections = new ArrayList<>();

    PolicyFile(Catalogue catalogue, Path file) {
        this.catalogue = catalogue;
        this.file = file;
    }

    Policy read() {
        root().ifPresent(root -> take("", root));
        compare();
        if (!objections.isEmpty()) {
            throw new PolicyRefused(objections);
        }
        return new Policy(catalogue, said);
    }

    private Optional<Node> root() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                object(0, "is larger than 1 MiB; a policy is a few lines.");
                return Optional.empty();
            }
            return Optional.ofNullable(new Yaml(new LoaderOptions()).compose(new StringReader(Files.readString(file))));
        } catch (MarkedYAMLException e) {
            object(
                    e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1,
                    "is no YAML: " + e.getProblem() + ".");
        } catch (YAMLException e) {
            object(0, "is no YAML: " + e.getMessage());
        } catch (IOException e) {
            object(0, "cannot be read (" + e + "); put it there, or leave it out to have the defaults.");
        }
        return Optional.empty();
    }

    private void take(String key, Node node) {
        Optional<Entry> entry = catalogue.entry(key);
        if (entry.isPresent()) {
            value(entry.get(), node);
        } else if (node instanceof MappingNode group && (key.isEmpty() || catalogue.isGroup(key))) {
            group.getValue().forEach(each -> take(below(key, each), each.getValueNode()));
        } else if (key.isEmpty()) {
            object(line(node), "must hold keys with values, such as heartbeat: 60s.");
        } else if (!catalogue.isGroup(key)) {
            object(line(node), "there is no key " + key + "; the nearest is " + catalogue.nearest(key) + ".");
        } else if (!isNothing(node)) {
            object(
                    line(node),
                    key + " is a group of keys, such as " + catalogue.nearest(key) + ", and no value itself.");
        }
    }

    private static String below(String key, NodeTuple each) {
        String name = each.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        return key.isEmpty() ? name : key + "." + name;
    }

    private void value(Entry entry, Node node) {
        List<String> texts = texts(entry, node);
        List<String> wrong = texts.stream().filter(text -> !entry.allows(text)).toList();
        if (texts.isEmpty() && !isAllowedToBeEmpty(entry, node)) {
            object(line(node), entry.key() + " must be " + entry.allowed() + " (" + entry.requirement() + ").");
        } else if (!wrong.isEmpty()) {
            object(
                    line(node),
                    entry.key() + " is " + quoted(wrong.getFirst()) + ", allowed is " + entry.allowed() + " ("
                            + entry.requirement() + ").");
        } else if (said.putIfAbsent(entry.key(), new Policy.Said(texts, line(node))) != null) {
            object(line(node), entry.key() + " is said twice.");
        }
    }

    /** Nothing at all when the shape is wrong: a list where one value belongs, or the other way round. */
    private static List<String> texts(Entry entry, Node node) {
        if (entry.kind().isList()) {
            return node instanceof SequenceNode list && list.getValue().stream().allMatch(ScalarNode.class::isInstance)
                    ? list.getValue().stream()
                            .map(each -> ((ScalarNode) each).getValue())
                            .toList()
                    : List.of();
        }
        return node instanceof ScalarNode scalar && !isNothing(node) ? List.of(scalar.getValue()) : List.of();
    }

    /** A list may be empty where nothing holds by default. */
    private static boolean isAllowedToBeEmpty(Entry entry, Node node) {
        return (entry.kind().mayBeEmpty() || entry.initial().isEmpty())
                && node instanceof SequenceNode list
                && list.getValue().isEmpty();
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isBlank();
    }

    private void compare() {
        for (Entry entry : catalogue.entries()) {
            for (Rule rule : entry.rules()) {
                Optional<Policy.Said> said = Optional.ofNullable(this.said.get(entry.key()))
                        .or(() -> Optional.ofNullable(this.said.get(rule.other())));
                if (said.isPresent() && !holds(entry, rule)) {
                    object(
                            said.get().line(),
                            entry.key() + " is " + current(entry.key()) + ", it must be " + rule.words() + ", which is "
                                    + current(rule.other()) + " (" + entry.requirement() + ").");
                }
            }
        }
    }

    private boolean holds(Entry entry, Rule rule) {
        return rule.holds(
                entry.kind().meaning(current(entry.key())).orElseThrow(),
                entry.kind().meaning(current(rule.other())).orElseThrow());
    }

    private String current(String key) {
        Policy.Said found = said.get(key);
        return (found == null ? catalogue.entry(key).orElseThrow().initial() : found.texts()).getFirst();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static String quoted(String text) {
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (shown.length() > 80 ? shown.substring(0, 80) + "…" : shown) + "'";
    }

    private void object(int line, String says) {
        objections.add(new Objection(file.toString(), line, says));
    }
}
