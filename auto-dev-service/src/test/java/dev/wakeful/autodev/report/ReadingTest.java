package dev.wakeful.autodev.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HUNT-2, VER-4, VER-6: reports as tools write them, and as hostile code would. */
class ReadingTest {

    @TempDir
    Path tree;

    private void write(String path, String text) throws IOException {
        Files.createDirectories(tree.resolve(path).getParent());
        Files.writeString(tree.resolve(path), text);
    }

    private Reading junit(String... patterns) {
        return Reading.of(new ReportFiles(tree), new Reading.Wanted(List.of(patterns), List.of(), List.of()));
    }

    private Reading coverage(String text) throws IOException {
        write("cover", text);
        return Reading.of(new ReportFiles(tree), new Reading.Wanted(List.of(), List.of("cover"), List.of()));
    }

    private Reading sarif(String text) throws IOException {
        write("found.sarif", text);
        return Reading.of(new ReportFiles(tree), new Reading.Wanted(List.of(), List.of(), List.of("*.sarif")));
    }

    @Test
    void testsOfSeveralFilesAreCountedAndNotBelieved() throws IOException {
        write("a/target/surefire-reports/TEST-Cart.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite name="shop.CartTest" tests="900" failures="0">
                  <properties><property name="java.version" value="25"/></properties>
                  <testcase name="adds" classname="shop.CartTest" time="0.01"/>
                  <testcase name="takes" classname="shop.CartTest"><failure message="expected 1">at shop</failure></testcase>
                  <testcase name="later" classname="shop.CartTest"><skipped message="later"/></testcase>
                </testsuite>
                """);
        write("target/surefire-reports/TEST-Shop.xml", """
                <testsuites><testsuite name="s"><testcase name="opens" classname="Shop"><system-out><![CDATA[<failure/>]]></system-out></testcase>
                <testcase name="falls" classname="Shop"><error/></testcase></testsuite></testsuites>
                """);

        TestCounts tests = junit("**/target/surefire-reports/TEST-*.xml").tests();

        assertThat(tests).isEqualTo(new TestCounts(4, 2, 1, List.of("shop.CartTest.takes", "Shop.falls")));
    }

    @Test
    void whatIsNotThereIsAbsent() {
        assertThat(junit("none/*.xml")).isEqualTo(Reading.NOTHING);
    }

    @Test
    void coverageOfEachKindIsRead() throws IOException {
        assertThat(coverage("""
                        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                        <!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
                        <report name="shop"><sessioninfo id="x" start="1" dump="2"/>
                        <package name="shop"><counter type="LINE" missed="99" covered="1"/></package>
                        <counter type="INSTRUCTION" missed="5" covered="5"/><counter type="LINE" missed="2" covered="8"/></report>
                        """).coverage()).isEqualTo(new Coverage(8, 10));
        assertThat(coverage("""
                        <?xml version="1.0" ?>
                        <!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>
                        <coverage line-rate="1.0"><packages><package><classes><class filename="a.py">
                        <methods><method><lines><line number="1" hits="1"/></lines></method></methods>
                        <lines><line number="1" hits="1"/><line number="2" hits="0"/></lines></class></classes></package></packages></coverage>
                        """).coverage()).isEqualTo(new Coverage(1, 2));
        assertThat(coverage("TN:\nSF:src/a.js\nFN:1,add\nDA:1,4\nDA:2,0\nLF:2\nLH:2\nend_of_record\n")
                        .coverage())
                .isEqualTo(new Coverage(1, 2));
    }

    @Test
    void onlyErrorsThatNobodySuppressedAreFindings() throws IOException {
        Reading reading = sarif("""
                {"version":"2.1.0","runs":[{"tool":{"driver":{"name":"x","rules":[{"id":"R1","defaultConfiguration":{"level":"error"}}]}},
                "results":[
                 {"ruleId":"R1","message":{"text":"bad"},"locations":[{"physicalLocation":{"artifactLocation":{"uri":"a.c"},"region":{"startLine":7}}}]},
                 {"ruleId":"R1","level":"note","message":{"text":"fine"}},
                 {"ruleId":"R1","suppressions":[{"kind":"inSource"}],"message":{"text":"known"}},
                 {"ruleId":"R2","message":{"text":"a warning"}}]}]}
                """);

        assertThat(reading.findings()).containsExactly(new Problem("R1", "a.c", 7, "bad"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not xml",
                "<testsuite><testcase>",
                "<html/>",
                "<!DOCTYPE a [<!ENTITY l \"lol\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;\">]><testsuite><testcase name=\"a\">&m;</testcase></testsuite>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><testsuite><testcase name=\"a\">&x;</testcase></testsuite>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><testsuite><testcase name=\"&x;\"/></testsuite>"
            })
    void aReportThatIsBrokenOrLeansOnEntitiesProvesNothing(String text) throws IOException {
        write("TEST-a.xml", text);

        Reading reading = junit("TEST-a.xml");

        assertThat(reading.problem()).contains("report");
        assertThat(reading.tests()).isNull();
        assertThat(reading.problem()).doesNotContain("root:");
    }

    @Test
    void depthAndSizeAreBounded() throws IOException {
        write("TEST-deep.xml", "<testsuite>".repeat(300) + "</testsuite>".repeat(300));
        assertThat(junit("TEST-deep.xml").problem()).contains("nested too deeply");
        try (var file =
                new java.io.RandomAccessFile(tree.resolve("TEST-big.xml").toFile(), "rw")) {
            file.setLength(33L << 20);
        }
        assertThat(junit("TEST-big.xml").problem()).contains("larger than 32 MiB");
        assertThat(sarif("[".repeat(5_000)).problem()).contains("no JSON");
        assertThat(sarif("{}").problem()).contains("no SARIF");
        assertThat(coverage("SF:a\nrm -rf /\n").problem()).contains("no LCOV");
        assertThat(coverage("<coverage><line hits=\"many\"/></coverage>").problem())
                .contains("not as it should be");
        assertThat(coverage("<report><counter type=\"LINE\" missed=\"-5\" covered=\"2\"/></report>")
                        .problem())
                .contains("2 covered lines of -3");
    }

    @Test
    void noLinkLeadsOutOfTheTree(@TempDir Path outside) throws IOException {
        Files.writeString(outside.resolve("TEST-secret.xml"), "<testsuite><testcase name=\"secret\"/></testsuite>");
        Files.createSymbolicLink(tree.resolve("TEST-link.xml"), outside.resolve("TEST-secret.xml"));
        Files.createSymbolicLink(tree.resolve("target"), outside);

        assertThat(junit("TEST-*.xml").problem()).contains("TEST-link.xml is no regular file");
        assertThat(junit("target/TEST-*.xml")).isEqualTo(Reading.NOTHING);
        assertThat(junit("**/TEST-secret.xml")).isEqualTo(Reading.NOTHING);
    }

    @Test
    void gitsOwnFilesAreNoReports() throws IOException {
        write(".git/TEST-a.xml", "<testsuite><testcase name=\"a\"/></testsuite>");

        assertThat(junit("**/TEST-*.xml")).isEqualTo(Reading.NOTHING);
    }

    @Test
    void coverageHoldsByItsShareOrByWhatIsUncovered() {
        Coverage base = new Coverage(80, 100);

        assertThat(new Coverage(81, 100).holdsAgainst(base)).isTrue();
        assertThat(new Coverage(79, 100).holdsAgainst(base)).isFalse();
        assertThat(new Coverage(40, 60).holdsAgainst(base))
                .as("covered lines were removed")
                .isTrue();
        assertThat(new Coverage(80, 120).holdsAgainst(base))
                .as("uncovered lines were added")
                .isFalse();
    }
}
