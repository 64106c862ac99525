package dev.wakeful.policy;

import java.util.List;
import java.util.stream.Collectors;

/** The policy as text for people: a file with every key and its default, and the page that documents them. */
public final class PolicyText {

    private static final int WIDTH = 120;

    private PolicyText() {}

    /** A valid policy file that says nothing new: every default, with what it means. */
    public static String commentedDefaults() {
        StringBuilder text = new StringBuilder("""
                # wakeful.yaml: the policy of this installation, with every default. Keep the lines that you change, leave out the rest.
                # `wakeful config check` says whether it is valid, `wakeful config show` what holds.
                """);
        List<String> open = List.of();
        for (Entry entry : Catalogue.load().entries()) {
            List<String> path = List.of(entry.key().split("\\."));
            List<String> groups = path.subList(0, path.size() - 1);
            if (groups.isEmpty() || open.isEmpty() || !groups.getFirst().equals(open.getFirst())) {
                text.append('\n');
            }
            open(text, open, groups);
            String indent = "  ".repeat(groups.size());
            text.append(indent)
                    .append("# ")
                    .append(entry.means())
                    .append(" (")
                    .append(entry.requirement())
                    .append(")\n");
            text.append(indent).append("# ").append(allowed(entry)).append('\n');
            text.append(indent)
                    .append(path.getLast())
                    .append(": ")
                    .append(yaml(entry))
                    .append('\n');
            open = groups;
        }
        return text.toString();
    }

    private static void open(StringBuilder text, List<String> open, List<String> groups) {
        int common = 0;
        while (common < Math.min(open.size(), groups.size()) && open.get(common).equals(groups.get(common))) {
            common++;
        }
        for (int depth = common; depth < groups.size(); depth++) {
            text.append("  ".repeat(depth)).append(groups.get(depth)).append(":\n");
        }
    }

    /** The page {@code docs/policy.md}. */
    public static String markdown() {
        Catalogue catalogue = Catalogue.load();
        StringBuilder text = new StringBuilder("""
                # The policy file

                `wakeful.yaml` in the data directory (or `wakeful up --policy FILE`; a service that runs alone: `wakeful.policy=FILE`) holds what an
                operator decides. Every key is optional. A key that does not exist, a value of another kind or out of its range stops the start with
                file, line, key, value and what is allowed. `wakeful config check [FILE]` checks one, `wakeful config show` prints what holds and where it
                comes from, `wakeful config show --defaults` prints a whole file to begin with. A changed file holds from the next start on.

                This page is made from the catalogue (`policy/src/main/resources/dev/wakeful/policy/catalogue.yaml`); a test keeps it current.

                | key | default | allowed | meaning | rule |
                |---|---|---|---|---|
                """);
        catalogue
                .entries()
                .forEach(entry -> text.append("| `")
                        .append(entry.key())
                        .append("` | `")
                        .append(entry.initial().isEmpty() ? "[]" : String.join("`, `", entry.initial()))
                        .append("` | ")
                        .append(allowed(entry))
                        .append(" | ")
                        .append(entry.means())
                        .append(" | ")
                        .append(entry.requirement())
                        .append(" |\n"));
        text.append("""

                ## Numbers of rules without a key
                There is no key without an effect, and none for what nothing may override.

                | rule | number | why |
                |---|---|---|
                """);
        catalogue
                .fixed()
                .forEach(each -> text.append("| ")
                        .append(each.rule())
                        .append(" | ")
                        .append(each.number())
                        .append(" | ")
                        .append(each.why())
                        .append(" |\n"));
        text.append("""

                ## Not in the policy
                Settings that are no policy are given to the services directly (`--set KEY=VALUE`, environment):

                | setting | because it is |
                |---|---|
                """);
        catalogue.elsewhere().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(each -> text.append("| `wakeful.")
                        .append(each.getKey())
                        .append("` | ")
                        .append(each.getValue())
                        .append(" |\n"));
        return text.toString();
    }

    private static String allowed(Entry entry) {
        StringBuilder text = new StringBuilder(entry.allowed());
        entry.rules().forEach(rule -> text.append(", ").append(rule.words()));
        return text.toString();
    }

    private static String list(Entry entry) {
        String quote = entry.kind() == Kind.WHOLES ? "" : "\"";
        return entry.initial().stream().map(text -> quote + text + quote).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String yaml(Entry entry) {
        String line = entry.kind().isList() ? list(entry) : entry.initial().getFirst();
        if (line.length() > WIDTH) {
            throw new IllegalStateException("The default of " + entry.key() + " does not fit into a line");
        }
        return line;
    }
}
