package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the targets of a build file do: for each the lines that say so, its own and the definitions of the variables that stand in them. */
final class Recipes {

    private static final Pattern VARIABLE = Pattern.compile("\\$[({](\\w+)[)}]");
    private static final Pattern DEFINITION =
            Pattern.compile("^(?:(?:export|override)\\s+)*(\\w+)\\s*(?:[?+!]|:{1,3})?=(?!=).*");
    private static final Pattern WITHIN = Pattern.compile("^(?:ifn?eq|ifn?def|else|endif)\\b.*");

    /** How a file of this kind begins a recipe; what stands further right belongs to it. */
    private enum Form {
        MAKE("(^|/)(?:[Mm]akefile|GNUmakefile|[^/]*\\.mk|[Jj]ustfile)$", "^@?([\\w./%$({][^:=#\\t]*?)\\s*::?(?![=:])"),
        TASKS("(^|/)Taskfile\\.ya?ml$", "^\\s*[\"']?([\\w.:-]+?)[\"']?\\s*:(?=\\s|$)"),
        SETTINGS("(^|/)(?:tox\\.ini|setup\\.cfg)$", "^(commands|commands_pre|commands_post)\\s*=");

        private final Pattern path;
        private final Pattern begin;

        Form(String path, String begin) {
            this.path = Pattern.compile(path);
            this.begin = Pattern.compile(begin);
        }

        static Optional<Form> of(String path) {
            return Arrays.stream(values())
                    .filter(form -> form.path.matcher(path).find())
                    .findFirst();
        }
    }

    private Recipes() {}

    static boolean areIn(String path) {
        return Form.of(path).isPresent();
    }

    /** The lines of each target that is wanted, in their order. */
    static Map<String, List<Line>> of(String path, Code code, Predicate<String> wanted) {
        Form form = Form.of(path).orElseThrow();
        Map<String, List<Line>> found = new LinkedHashMap<>();
        for (int number = 1; number <= code.count(); number++) {
            Matcher begin = form.begin.matcher(code.line(code.code(), number));
            if (begin.find()) {
                List<Line> lines = block(code, number);
                Arrays.stream(begin.group(1).split("\\s+"))
                        .filter(name -> form == Form.SETTINGS || wanted.test(name))
                        .forEach(name -> found.computeIfAbsent(name, key -> new ArrayList<>())
                                .addAll(lines));
            }
        }
        Map<String, List<Line>> definitions = definitions(code);
        found.values().forEach(lines -> lines.addAll(used(definitions, lines)));
        return found;
    }

    private static List<Line> block(Code code, int first) {
        List<Line> lines = new ArrayList<>();
        String head = code.line(code.code(), first);
        int indent = indent(head);
        lines.add(new Line(first, head.strip()));
        for (int next = first + 1; next <= code.count(); next++) {
            String line = code.line(code.code(), next);
            if (!line.isBlank()) {
                if (indent(line) <= indent && !WITHIN.matcher(line).matches()) {
                    break;
                }
                lines.add(new Line(next, line.strip()));
            }
        }
        return lines;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static List<Line> used(Map<String, List<Line>> definitions, List<Line> recipe) {
        return recipe.stream()
                .flatMap(line -> VARIABLE.matcher(line.text()).results())
                .map(result -> result.group(1))
                .distinct()
                .flatMap(name -> definitions.getOrDefault(name, List.of()).stream())
                .toList();
    }

    private static Map<String, List<Line>> definitions(Code code) {
        return code.lines().stream()
                .filter(line -> DEFINITION.matcher(line.text()).matches())
                .collect(Collectors.groupingBy(
                        line -> DEFINITION.matcher(line.text()).replaceFirst("$1")));
    }
}
