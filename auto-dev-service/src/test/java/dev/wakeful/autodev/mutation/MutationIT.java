package dev.wakeful.autodev.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.wakeful.autodev.AutoDevTest;
import dev.wakeful.autodev.Outside;
import dev.wakeful.autodev.Requests;
import dev.wakeful.autodev.SampleRepository;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.Evidence.Grade;
import dev.wakeful.events.Evidence.Verdict;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.SwarmEvent.Suspicion;
import dev.wakeful.events.WatchedRepository;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestEngine;
import org.opentest4j.AssertionFailedError;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * VER-3: PIT itself in the sandbox, on a small project in Maven's layout. Its step compiles with the JDK and writes what Surefire would; the
 * jars of JUnit are those of this very test, lent read only.
 */
@AutoDevTest
@TestPropertySource(properties = {"wakeful.auto-dev.sandbox.kind=bubblewrap", "wakeful.auto-dev.limits.soft-swarms=20"})
class MutationIT {

    private static final String JDK = System.getProperty("java.home");
    private static final List<Path> JARS = Stream.of(
                    Test.class,
                    JupiterTestEngine.class,
                    TestEngine.class,
                    JUnitException.class,
                    AssertionFailedError.class)
            .map(MutationIT::jar)
            .toList();
    private static final String JUNIT = JARS.stream().map(Path::toString).collect(Collectors.joining(":"));

    private static final String CART = "src/main/java/shop/Cart.java";
    private static final int BIG = 5;
    private static final String SOURCE = """
            package shop;

            public class Cart {
                public boolean big(int x) {
                    return x > 10;%s
                }

                public int total(int x) {
                    return x * 2;
                }
            }
            """;
    private static final String TEST = """
            package shop;

            import static org.junit.jupiter.api.Assertions.*;
            import org.junit.jupiter.api.Test;

            class CartTest {
                @Test
                void big() throws Exception {
                    %s
                }

                @Test
                void total() {
                    new Cart().total(1);
                }
            }
            """;
    private static final String BUILD = """
            set -e
            mkdir -p target/classes target/test-classes target/surefire-reports
            %1$s/bin/javac -g -d target/classes $(find src/main/java -name '*.java')
            %1$s/bin/javac -cp target/classes:%2$s -d target/test-classes $(find src/test/java -name '*.java')
            """.formatted(JDK, JUNIT);
    private static final String REPORT = """
            path=$PWD/target/test-classes:$PWD/target/classes:%2$s:
            echo "<testsuite name='shop.CartTest'><properties><property name='surefire.test.class.path' value='$path'/>\
            <property name='java.home' value='%1$s'/></properties><testcase name='big' classname='shop.CartTest'/></testsuite>" \
            > target/surefire-reports/TEST-shop.CartTest.xml
            """.formatted(JDK, JUNIT);

    private static final String NOTICES = "assertTrue(new Cart().big(11)); assertFalse(new Cart().big(10));";
    private static final String NOTICES_NOTHING = "new Cart().big(11); new Cart().big(10);";

    @TempDir
    Path sources;

    private final Outside outside = new Outside();

    private static Path jar(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The local repository of Maven that these jars are in: {@code org/junit/platform/junit-platform-engine/<version>/} below it. */
    @DynamicPropertySource
    static void lend(DynamicPropertyRegistry registry) {
        Path repository = jar(TestEngine.class).resolve("../../../../../..").normalize();
        registry.add("wakeful.auto-dev.sandbox.readable", repository::toString);
    }

    @AfterEach
    void hangUp() {
        outside.close();
    }

    /** Two commits on the same line: the revert conflicts, so the fix command makes the change, of this one line. */
    private SwarmEvent.Completed completed(String test, String build, String yaml, Duration limit) {
        SampleRepository repository = new SampleRepository(sources.resolve("shop"));
        repository.commit("Be a Maven repository", "pom.xml", "<project/>");
        repository.commit("Build", "build.sh", build);
        repository.commit("Say how it is verified", ".wakeful.yaml", yaml);
        repository.commit("Test", "src/test/java/shop/CartTest.java", TEST.formatted(test));
        Revision good = repository.commit("Open the shop", CART, SOURCE.formatted(""));
        repository.commit("Sell more", CART, SOURCE.formatted(" // broken"));
        Revision base = repository.commit("Sell even more", CART, SOURCE.formatted(" // still broken"));
        SwarmRequested request = Requests.requested(
                new WatchedRepository(
                        new RepositoryName("acme/shop"),
                        repository.path().toString(),
                        "main",
                        "! grep -rq broken src",
                        "sed -i 's, // still broken,,' " + CART),
                base,
                good,
                limit);
        outside.order(request);
        return await().atMost(Duration.ofMinutes(2))
                .until(() -> outside.heard(SwarmEvent.Completed.class, request), ended -> !ended.isEmpty())
                .getFirst();
    }

    private SwarmEvent.Completed completed(String test, String build, String yaml) {
        return completed(test, build, yaml, Duration.ofMinutes(10));
    }

    private static Optional<Evidence> probe(SwarmEvent.Completed completed) {
        return completed.evidence().stream()
                .filter(seen -> "mutation".equals(seen.step()))
                .findFirst();
    }

    private static List<Suspicion> hits(SwarmEvent.Completed completed) {
        return Objects.requireNonNull(completed.suspicions()).stream()
                .filter(hit -> hit.rule().startsWith("mutation"))
                .toList();
    }

    @Test
    void aTouchedLineThatNoTestMindsIsForAPersonAndAnUntouchedOneIsNot() {
        SwarmEvent.Completed completed = completed(NOTICES_NOTHING, BUILD + REPORT, "steps: {tests: sh build.sh}\n");

        Evidence seen = probe(completed).orElseThrow();
        assertThat(seen.note())
                .isEqualTo("3 mutants on touched lines: 0 noticed by a test, 3 by none, 0 where no test runs");
        assertThat(seen.verdict()).isEqualTo(Verdict.RED);
        assertThat(seen.grade()).isEqualTo(Grade.GATED);
        assertThat(seen.revision()).isEqualTo(completed.head());
        assertThat(seen.command()).matches("PIT \\d.* on shop\\.Cart");
        assertThat(hits(completed)).singleElement().satisfies(hit -> {
            assertThat(hit.rule()).isEqualTo("mutation-survived");
            assertThat(hit.path()).isEqualTo(CART);
            assertThat(hit.line()).isEqualTo(BIG);
            assertThat(hit.text()).isEqualTo("+return x > 10;");
            assertThat(hit.why()).contains("changed conditional boundary", "negated conditional");
        });
    }

    /** The step does not leave the tree of the head behind, so it is made once more. */
    @Test
    void aTouchedLineThatTestsMindIsGreen() {
        SwarmEvent.Completed completed =
                completed(NOTICES, BUILD + REPORT, "steps: {tests: sh build.sh, security: 'true'}\n");

        Evidence seen = probe(completed).orElseThrow();
        assertThat(seen.note())
                .isEqualTo("3 mutants on touched lines: 3 noticed by a test, 0 by none, 0 where no test runs");
        assertThat(seen.verdict()).isEqualTo(Verdict.GREEN);
        assertThat(hits(completed)).isEmpty();
    }

    /** It ends before the swarm's time does, so the proven change is offered all the same. */
    @Test
    void aProbeThatHangsIsCutAndSaysNothing() {
        String hangs = "if (System.getProperty(\"java.class.path\").contains(\"pitest\")) Thread.sleep(3_600_000);";

        SwarmEvent.Completed completed =
                completed(hangs, BUILD + REPORT, "steps: {tests: sh build.sh}\n", Duration.ofSeconds(82));

        Evidence seen = probe(completed).orElseThrow();
        assertThat(seen.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(seen.note()).isEqualTo("inconclusive: it was ended at its time limit");
        assertThat(hits(completed)).isEmpty();
    }

    @Test
    void withoutAReportOfItsTestsItIsInconclusive() {
        SwarmEvent.Completed unknown = completed(NOTICES_NOTHING, BUILD, "steps: {tests: sh build.sh}\n");

        assertThat(probe(unknown).orElseThrow().note())
                .startsWith("inconclusive: the class path of its tests is not known");
        assertThat(hits(unknown)).isEmpty();
    }

    @Test
    void whoeverSaysNoIsNotProbed() {
        SwarmEvent.Completed off =
                completed(NOTICES_NOTHING, BUILD + REPORT, "{mutation: false, steps: {tests: sh build.sh}}\n");

        assertThat(probe(off)).isEmpty();
        assertThat(hits(off)).isEmpty();
    }
}
