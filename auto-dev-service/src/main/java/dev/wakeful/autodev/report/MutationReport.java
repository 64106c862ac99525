package dev.wakeful.autodev.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/** What PIT writes as {@code mutations.xml}. A mutant of which class, file or line are not as they should be is left out. */
public final class MutationReport implements SafeXml.Elements {

    private static final int MOST = 100_000;
    private static final int LONGEST_TEXT = 2_000;
    private static final Set<String> READ = Set.of("sourceFile", "mutatedClass", "lineNumber", "description");
    private static final Pattern NAME = Pattern.compile("[\\w.$-]{1,500}");
    private static final Pattern LINE = Pattern.compile("\\d{1,7}");

    private final String sources;
    private final List<Mutant> mutants = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private String status = "";

    private MutationReport(String sources) {
        this.sources = sources;
    }

    /**
     * @param path of the report in the tree
     * @param sources the directory of sources its classes are from, which ends with a slash
     * @throws UnreadableReport when it is not there, cut off, or not as PIT writes it
     */
    public static List<Mutant> read(ReportFiles files, String path, String sources) {
        if (files.matching(List.of(path)).isEmpty()) {
            throw new UnreadableReport("PIT wrote no report.");
        }
        MutationReport report = new MutationReport(sources);
        SafeXml.read(files.read(path), report);
        return List.copyOf(report.mutants);
    }

    @Override
    public void begins(String element, int depth, XMLStreamReader attributes) {
        if (depth == 1 && !element.equals("mutations")) {
            throw new UnreadableReport("A report of PIT does not begin with <mutations>.");
        }
        text.setLength(0);
        if (element.equals("mutation")) {
            texts.clear();
            status = Objects.requireNonNullElse(attributes.getAttributeValue(null, "status"), "");
        }
    }

    @Override
    public void text(String more) {
        if (text.length() + more.length() <= LONGEST_TEXT) {
            text.append(more);
        }
    }

    @Override
    public void ends(String element) {
        if (READ.contains(element)) {
            texts.put(element, text.toString().strip());
        }
        if (element.equals("mutation")) {
            add(texts.getOrDefault("mutatedClass", ""), texts.getOrDefault("sourceFile", ""));
        }
    }

    private void add(String type, String file) {
        String line = texts.getOrDefault("lineNumber", "");
        if (NAME.matcher(type).matches()
                && NAME.matcher(file).matches()
                && LINE.matcher(line).matches()) {
            if (mutants.size() == MOST) {
                throw new UnreadableReport("PIT reports more than " + MOST + " mutants.");
            }
            String directory = type.substring(0, type.lastIndexOf('.') + 1).replace('.', '/');
            mutants.add(new Mutant(
                    sources + directory + file,
                    Integer.parseInt(line),
                    texts.getOrDefault("description", ""),
                    Mutant.Fate.of(status)));
        }
    }
}
