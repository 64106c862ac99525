package dev.wakeful.autodev.tamper;

import dev.wakeful.autodev.tamper.Code.Line;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.regex.Pattern;

/** Inclusions in a {@code pom.xml} that stand where Maven's plugins for tests are set up; elsewhere they are about other files. */
final class SurefireRules {

    private static final Pattern INCLUSION = Pattern.compile("<includes?>|<suiteXmlFile>|<dependenciesToScan>");
    private static final Pattern PLUGIN = Pattern.compile("maven-(?:surefire|failsafe)-plugin");

    private static final int MOST = 200;

    private SurefireRules() {}

    static List<Suspicion> suspicions(Inspected file) {
        if (!file.path().endsWith("pom.xml")) {
            return List.of();
        }
        return file.code().added().stream()
                .filter(line -> INCLUSION.matcher(line.text()).find())
                .limit(MOST)
                .filter(line -> isInPlugin(file.after(), line))
                .map(line -> Hit.added("tests-narrowed", file.path(), line, "Only some of the tests run."))
                .toList();
    }

    private static boolean isInPlugin(Code code, Line line) {
        String text = code.code();
        int at = code.start(line.number());
        int begin = text.lastIndexOf("<plugin>", at + line.text().length());
        int end = text.indexOf("</plugin>", Math.max(begin, 0));
        return begin >= 0
                && end >= at
                && PLUGIN.matcher(text.substring(begin, end)).find();
    }
}
