package dev.wakeful.autodev.tamper;

import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Lists of modules in build files: one that was listed and is no more, and one that is left out by name from now on. */
final class ModuleLists {

    private static final String WHY = "What it names is built, tested or measured no more.";
    private static final Pattern NAME =
            Pattern.compile("[\"']([^\"'\\n]+)[\"']|(?<=[\\s(])(\\.{0,2}/?[\\w][\\w./*-]*|\\.)");

    /** Where a file lists its modules; the first group is the list. */
    private enum Place {
        GRADLE("(^|/)settings\\.gradle(\\.kts)?$", "\\binclude\\b\\s*\\(?((?:\\s*[\"'][^\"'\\n]+[\"']\\s*,?)+)", true),
        CARGO("(^|/)Cargo\\.toml$", "(?m)^\\s*(?:default-)?members\\s*=\\s*\\[([^\\]]*)\\]", true),
        NPM("(^|/)package\\.json$", "\"workspaces\"\\s*:\\s*(?:\\{\\s*\"packages\"\\s*:\\s*)?\\[([^\\]]*)\\]", true),
        LERNA("(^|/)lerna\\.json$", "\"packages\"\\s*:\\s*\\[([^\\]]*)\\]", true),
        PNPM("(^|/)pnpm-workspace\\.yaml$", "(?m)^packages\\s*:((?:\\s*\\n\\s*-[^\\n]*)+)", false),
        GO("(^|/)go\\.work$", "(?m)^use\\b(\\s*\\([^)]*\\)|[^\\n(]+)", false);

        private final Pattern path;
        private final Pattern list;
        private final boolean quoted;

        Place(String path, String list, boolean quoted) {
            this.path = Pattern.compile(path);
            this.list = Pattern.compile(list);
            this.quoted = quoted;
        }

        static Optional<Place> of(String path) {
            return Arrays.stream(values())
                    .filter(place -> place.path.matcher(path).find())
                    .findFirst();
        }

        /** Each module with the line that names it. */
        Map<String, Code.Line> modules(Code code) {
            Map<String, Code.Line> modules = new LinkedHashMap<>();
            Matcher found = list.matcher(code.code());
            while (found.find()) {
                Matcher name = NAME.matcher(found.group(1));
                while (name.find()) {
                    String module = name.group(1) != null ? name.group(1) : quoted ? "" : name.group(2);
                    if (!module.isEmpty()) {
                        int number = code.line(found.start(1) + name.start());
                        modules.putIfAbsent(
                                module,
                                new Code.Line(
                                        number, code.line(code.code(), number).strip()));
                    }
                }
            }
            return modules;
        }
    }

    private ModuleLists() {}

    static List<Suspicion> suspicions(Inspected file) {
        return Place.of(file.path()).stream()
                .flatMap(place -> compared(file, place))
                .toList();
    }

    private static Stream<Suspicion> compared(Inspected file, Place place) {
        Map<String, Code.Line> before = place.modules(file.before());
        Map<String, Code.Line> after = place.modules(file.after());
        Stream<Suspicion> gone = before.entrySet().stream()
                .filter(module ->
                        !after.containsKey(module.getKey()) && !module.getKey().startsWith("!"))
                .map(module -> Hit.removed("module-removed", file.path(), module.getValue(), WHY));
        Stream<Suspicion> leftOut = after.entrySet().stream()
                .filter(module -> module.getKey().startsWith("!") && !before.containsKey(module.getKey()))
                .map(module -> Hit.added("module-removed", file.path(), module.getValue(), WHY));
        return Stream.concat(gone, leftOut);
    }
}
