package dev.wakeful.autodev.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.autodev.report.Mutant.Fate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VER-3: what PIT and Surefire write, as they do and as hostile code would. */
class MutationReportTest {

    private static final String MUTANT =
            "<mutation detected='false' status='%s' numberOfTestsRun='1'><sourceFile>%s</sourceFile>"
                    + "<mutatedClass>%s</mutatedClass><mutatedMethod>big</mutatedMethod><lineNumber>%s</lineNumber><killingTest/>"
                    + "<description>replaced return with &lt;true&gt;</description></mutation>";

    @TempDir
    Path tree;

    private List<Mutant> read(String text) throws IOException {
        Files.writeString(tree.resolve("mutations.xml"), text);
        return MutationReport.read(new ReportFiles(tree), "mutations.xml", "m/src/main/java/");
    }

    private List<Mutant> mutants(String... mutants) throws IOException {
        return read("<?xml version=\"1.0\"?>\n<mutations partial=\"true\">\n" + String.join("\n", mutants)
                + "\n</mutations>\n");
    }

    @Test
    void eachMutantHasItsPlaceAndWhatBecameOfIt() throws IOException {
        assertThat(mutants(
                        MUTANT.formatted("SURVIVED", "Calc.java", "a.b.Calc$Inner", "7"),
                        MUTANT.formatted("KILLED", "Calc.java", "Calc", "8"),
                        MUTANT.formatted("NO_COVERAGE", "Calc.java", "Calc", "9"),
                        MUTANT.formatted("STARTED", "Calc.java", "Calc", "10")))
                .containsExactly(
                        new Mutant("m/src/main/java/a/b/Calc.java", 7, "replaced return with <true>", Fate.SURVIVED),
                        new Mutant("m/src/main/java/Calc.java", 8, "replaced return with <true>", Fate.NOTICED),
                        new Mutant("m/src/main/java/Calc.java", 9, "replaced return with <true>", Fate.NOT_COVERED),
                        new Mutant("m/src/main/java/Calc.java", 10, "replaced return with <true>", Fate.UNKNOWN));
    }

    @Test
    void aPlaceThatIsNoneIsLeftOut() throws IOException {
        assertThat(mutants(
                        MUTANT.formatted("SURVIVED", "../../../etc/passwd", "a.B", "1"),
                        MUTANT.formatted("SURVIVED", "B.java", "a/../B", "1"),
                        MUTANT.formatted("SURVIVED", "B.java", "a.B", "-1"),
                        MUTANT.formatted("SURVIVED", "B.java", "a.B", "99999999999")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<testsuite/>",
                "<mutations><mutation status='SURVIVED'>",
                "<!DOCTYPE m [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><mutations><mutation>&x;</mutation></mutations>",
                "<!DOCTYPE m [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><mutations>&b;</mutations>"
            })
    void whatIsNoReportIsRefused(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(UnreadableReport.class);
    }

    @Test
    void aDocumentTypeFetchesNothing() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);

            assertThat(read("<!DOCTYPE mutations SYSTEM 'http://127.0.0.1:" + server.getLocalPort()
                            + "/evil.dtd'><mutations/>"))
                    .isEmpty();

            assertThatThrownBy(server::accept).as("nobody came").isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void aReportThatIsALinkOrNotThereIsRefused() throws IOException {
        Files.createSymbolicLink(tree.resolve("mutations.xml"), Path.of("/etc/passwd"));

        assertThatThrownBy(() -> MutationReport.read(new ReportFiles(tree), "mutations.xml", ""))
                .isInstanceOf(UnreadableReport.class)
                .hasMessageContaining("no regular file");
        assertThatThrownBy(() -> MutationReport.read(new ReportFiles(tree), "other.xml", ""))
                .hasMessage("PIT wrote no report.");
    }

    @Test
    void endlessTextIsCutAndNothingIsKeptOfItTwice() throws IOException {
        Mutant mutant = mutants(
                        "<mutation status='SURVIVED'><sourceFile>B.java</sourceFile><mutatedClass>B</mutatedClass>"
                                + "<lineNumber>1</lineNumber><description>" + "x".repeat(1_900)
                                + "</description></mutation>")
                .getFirst();

        assertThat(mutant.change()).hasSize(200);
    }

    private void surefire(String path, String... properties) throws IOException {
        Path file = tree.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                "<testsuite name=\"a.B\"><properties>" + String.join("", properties)
                        + "</properties><testcase name=\"c\" classname=\"a.B\"/></testsuite>");
    }

    @Test
    void aTestRunSaysItsClassPathItsJdkAndItsClasses() throws IOException {
        surefire(
                "m/target/surefire-reports/TEST-a.BTest.xml",
                "<property name=\"surefire.test.class.path\" value=\"/m/target/test-classes:/m/target/classes:relative:/r/j.jar:\"/>",
                "<property name=\"java.class.path\" value=\"/other\"/>",
                "<property name=\"java.home\" value=\"/jdk\"/>");
        surefire("m/target/failsafe-reports/TEST-a.OddIT.xml");

        TestRun run = TestRun.of(new ReportFiles(tree), "m/").orElseThrow();

        assertThat(run.classPath()).containsExactly("/m/target/test-classes", "/m/target/classes", "/r/j.jar");
        assertThat(run.javaHome()).contains("/jdk");
        assertThat(run.classes()).containsExactly("a.BTest", "a.OddIT");
        assertThat(TestRun.of(new ReportFiles(tree), "")).isEmpty();
    }

    @Test
    void aBooterIsNoClassPath() throws IOException {
        surefire(
                "target/surefire-reports/TEST-a.B.xml",
                "<property name=\"java.class.path\" value=\"/t/surefirebooter-1.jar\"/>");

        assertThat(TestRun.of(new ReportFiles(tree), "")).isEmpty();
    }
}
