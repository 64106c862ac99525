package dev.wakeful.autodev.pipeline;

import dev.wakeful.autodev.pipeline.Pipeline.Origin;
import dev.wakeful.autodev.pipeline.PipelineStep.Reports;
import dev.wakeful.autodev.workspace.Checkout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What can be told of a repository that says nothing itself, from the files at its top: the first build tool found counts (HUNT-1). No step
 * downloads anything by itself more than the tool does.
 */
final class Detection {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern TEST_TARGET = Pattern.compile("(?m)^(check|test)\\s*:(?!=)");
    private static final String NO_TESTS = "no test specified";

    private final Set<String> top;
    private final Function<String, Optional<String>> text;

    private Detection(List<String> top, Function<String, Optional<String>> text) {
        this.top = Set.copyOf(top);
        this.text = text;
    }

    /** @param text the text of a file at the top */
    static Pipeline of(List<String> top, Function<String, Optional<String>> text) {
        return new Pipeline(
                Origin.DETECTED, new Detection(top, text).steps(), null, List.of(), Checkout.WHOLE, true, null);
    }

    private List<PipelineStep> steps() {
        if (top.contains("pom.xml")) {
            String maven = top.contains("mvnw") ? "./mvnw" : "mvn";
            return steps(maven + " -B -q test-compile", maven + " -B test", "**/target/surefire-reports/TEST-*.xml");
        }
        if (top.contains("build.gradle") || top.contains("build.gradle.kts")) {
            String gradle = top.contains("gradlew") ? "./gradlew" : "gradle";
            return steps(gradle + " testClasses", gradle + " test", "**/build/test-results/**/TEST-*.xml");
        }
        if (top.contains("package.json")) {
            return npm();
        }
        if (top.contains("Cargo.toml")) {
            return steps("cargo build --all-targets", "cargo test");
        }
        if (top.contains("go.mod")) {
            return steps("go build ./...", "go test ./...");
        }
        return Stream.of("Makefile", "makefile", "GNUmakefile")
                .filter(top::contains)
                .findFirst()
                .map(this::make)
                .orElse(List.of());
    }

    private static List<PipelineStep> steps(String build, String test, String... junit) {
        return List.of(
                PipelineStep.of(StepName.BUILD, build, Reports.NONE),
                PipelineStep.of(StepName.TESTS, test, new Reports(List.of(junit), List.of(), List.of())));
    }

    /** Each step begins in a clean tree, so each installs. */
    private List<PipelineStep> npm() {
        String install = top.contains("package-lock.json") ? "npm ci --no-audit --no-fund && " : "";
        List<PipelineStep> steps = new ArrayList<>();
        script("build")
                .ifPresent(
                        script -> steps.add(PipelineStep.of(StepName.BUILD, install + "npm run build", Reports.NONE)));
        script("test")
                .filter(script -> !script.contains(NO_TESTS))
                .ifPresent(script -> steps.add(PipelineStep.of(StepName.TESTS, install + "npm test", Reports.NONE)));
        return steps;
    }

    private Optional<String> script(String name) {
        try {
            return text.apply("package.json")
                    .map(JSON::readTree)
                    .map(json -> json.path("scripts").path(name))
                    .filter(JsonNode::isString)
                    .map(JsonNode::asString);
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    private List<PipelineStep> make(String file) {
        PipelineStep build = PipelineStep.of(StepName.BUILD, "make", Reports.NONE);
        return text.apply(file)
                .map(TEST_TARGET::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(target -> List.of(build, PipelineStep.of(StepName.TESTS, "make " + target.group(1), Reports.NONE)))
                .orElse(List.of(build));
    }
}
