package dev.wakeful.autodev.pipeline;

import dev.wakeful.autodev.pipeline.Pipeline.Origin;
import dev.wakeful.autodev.pipeline.PipelineStep.Measuring;
import dev.wakeful.autodev.pipeline.PipelineStep.Reports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads a repository's {@code .wakeful.yaml}: strictly, and with all objections at once. */
public final class WakefulFile {

    /** Where it is in a repository. */
    public static final String NAME = ".wakeful.yaml";

    /** What is larger is no list of steps. */
    public static final int MOST_BYTES = 64 << 10;

    private static final Set<String> TOP =
            Set.of("steps", "conventions", "strategies", "checkout", "mutation", "red-again");
    private static final Set<String> STEP = Set.of("run", "time-limit", "reports");
    private static final Set<String> PERFORMANCE = Set.of("run", "time-limit", "prepare", "rounds", "noise");
    private static final Set<String> REPORTS = Set.of("junit", "coverage", "sarif");
    private static final int LONGEST_CONVENTIONS = 8 << 10;
    private static final int MOST_REDS = 10;

    private final Yaml yaml = new Yaml(NAME);

    private final UnaryOperator<Set<String>> directories;

    private WakefulFile(UnaryOperator<Set<String>> directories) {
        this.directories = directories;
    }

    /**
     * @param directories which of some paths are directories of the revision; asked only where it names any
     * @throws PipelineRefused when it cannot be used
     */
    public static Pipeline read(String text, UnaryOperator<Set<String>> directories) {
        if (text.length() > MOST_BYTES) {
            throw new PipelineRefused(List.of(NAME + ":1: is larger than 64 KiB; it is a list of a few steps."));
        }
        WakefulFile file = new WakefulFile(directories);
        Pipeline pipeline = file.pipeline(text);
        file.yaml.refuseIfWrong();
        return pipeline;
    }

    private Pipeline pipeline(String text) {
        Map<String, Node> top = yaml.root(text, TOP);
        List<PipelineStep> steps = new ArrayList<>();
        Optional.ofNullable(top.get("steps"))
                .map(node -> yaml.mapping("steps", node, names()))
                .orElse(Map.of())
                .forEach((name, node) -> step(name, node).ifPresent(steps::add));
        steps.sort(Comparator.comparing(PipelineStep::name));
        return new Pipeline(
                Origin.CONFIGURED,
                steps,
                conventions(top.get("conventions")),
                strategies(top.get("strategies")),
                new CheckoutKey(yaml, directories).read(top.get("checkout")),
                yaml.truth("mutation", top.get("mutation")).orElse(true),
                yaml.number("red-again", top.get("red-again"), "", 0, MOST_REDS).orElse(null));
    }

    private static Set<String> names() {
        return Set.of("build", "tests", "integration", "performance", "security");
    }

    /** A command alone is a step without anything else. */
    private Optional<PipelineStep> step(String key, Node node) {
        StepName name = StepName.named(key).orElseThrow();
        String path = "steps." + key;
        if (node instanceof ScalarNode) {
            return yaml.text(path, node, 10_000).map(run -> PipelineStep.of(name, run, Reports.NONE));
        }
        Map<String, Node> keys = yaml.mapping(path, node, name == StepName.PERFORMANCE ? PERFORMANCE : STEP);
        if (!keys.containsKey("run")) {
            yaml.object(node, path + " has no run; it is the command of the step.");
            return Optional.empty();
        }
        return yaml.text(path + ".run", keys.get("run"), 10_000)
                .map(run -> new PipelineStep(
                        name,
                        run,
                        text(path + ".prepare", keys.get("prepare")),
                        limit(path + ".time-limit", keys.get("time-limit")),
                        reports(path + ".reports", keys.get("reports")),
                        name == StepName.PERFORMANCE ? measuring(path, keys) : null));
    }

    private @Nullable String text(String path, @Nullable Node node) {
        return node == null ? null : yaml.text(path, node, 10_000).orElse(null);
    }

    private @Nullable Duration limit(String path, @Nullable Node node) {
        return node == null
                ? null
                : yaml.duration(path, node, Duration.ofHours(4)).orElse(null);
    }

    private Measuring measuring(String path, Map<String, Node> keys) {
        int rounds =
                yaml.number(path + ".rounds", keys.get("rounds"), "", 6, 60).orElse(Measuring.USUAL.rounds());
        int noise = yaml.number(path + ".noise", keys.get("noise"), "%", 1, 50).orElse(Measuring.USUAL.noise() / 10);
        return new Measuring(rounds, noise * 10);
    }

    private Reports reports(String path, @Nullable Node node) {
        if (node == null) {
            return Reports.NONE;
        }
        Map<String, Node> keys = yaml.mapping(path, node, REPORTS);
        return new Reports(
                patterns(path + ".junit", keys.get("junit")),
                patterns(path + ".coverage", keys.get("coverage")),
                patterns(path + ".sarif", keys.get("sarif")));
    }

    private List<String> patterns(String path, @Nullable Node node) {
        List<String> patterns = node == null ? List.of() : yaml.texts(path, node, 20, 200);
        for (String pattern : patterns) {
            if (pattern.startsWith("/") || List.of(pattern.split("/")).contains("..") || pattern.contains("\\")) {
                yaml.object(
                        node,
                        path + " is " + Yaml.quoted(pattern) + ", allowed is a path within the tree, such as "
                                + "target/surefire-reports/TEST-*.xml or **/lcov.info.");
            }
        }
        return patterns;
    }

    private @Nullable String conventions(@Nullable Node node) {
        return node == null
                ? null
                : yaml.text("conventions", node, LONGEST_CONVENTIONS).orElse(null);
    }

    private List<List<String>> strategies(@Nullable Node node) {
        return node == null ? List.of() : yaml.lists("strategies", node, 20, 100);
    }
}
