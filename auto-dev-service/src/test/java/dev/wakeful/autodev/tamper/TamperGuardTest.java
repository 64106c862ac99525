package dev.wakeful.autodev.tamper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.workspace.FileChange;
import dev.wakeful.autodev.workspace.FileChange.Side;
import dev.wakeful.autodev.workspace.FileChange.Type;
import dev.wakeful.events.SwarmEvent.Suspicion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** VER-3: every rule with what it must find, and with its innocent neighbours. */
class TamperGuardTest {

    private static final String JAVA = "src/test/java/shop/CartTest.java";
    private static final String TWO_JAVA_TESTS = """
            class CartTest {
                @Test
                void adds() {
                    assertEquals(3, cart.add(1, 2));
                }

                @Test
                void removes() {
                    cart.remove(1);
                    assertEquals(0, cart.size());
                }
            }
            """;

    record Case(String rule, String path, String before, String after) {

        @Override
        public String toString() {
            return rule + " in " + path;
        }

        List<Suspicion> hits() {
            return TamperGuard.inspect(List.of(new FileChange(side(before), side(after))), List.of("sh run.sh"));
        }

        private Optional<Side> side(String text) {
            return text.isEmpty() ? Optional.empty() : FileChange.text(path, text);
        }
    }

    private static List<Suspicion> inspect(FileChange... changes) {
        return TamperGuard.inspect(List.of(changes), List.of());
    }

    static List<Case> weakened() {
        return List.of(
                new Case(
                        "test-removed",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replaceAll("(?s)    @Test\n    void removes.*?\n    }\n", "")),
                new Case("test-removed", JAVA, TWO_JAVA_TESTS, TWO_JAVA_TESTS.replaceFirst("    @Test\n", "")),
                new Case(
                        "test-commented-out",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS
                                .replace("    @Test\n    void removes", "    /* @Test\n    void removes")
                                .replaceAll("\n}\n$", "*/\n}\n")),
                new Case("test-file-deleted", JAVA, TWO_JAVA_TESTS, ""),
                new Case(
                        "test-disabled",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replaceFirst("@Test", "@Disabled(\"flaky\") @Test")),
                new Case("test-disabled", JAVA, TWO_JAVA_TESTS, "@Disabled\n" + TWO_JAVA_TESTS),
                new Case(
                        "test-disabled",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace("cart.remove(1);", "assumeTrue(false); cart.remove(1);")),
                new Case(
                        "assertion-removed",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace("        assertEquals(0, cart.size());\n", "")),
                new Case(
                        "assertion-removed",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace("assertEquals(0, cart.size());", "// assertEquals(0, cart.size());")),
                new Case(
                        "assertion-loosened",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace("assertEquals(0, cart.size());", "assertNotNull(cart.size());")),
                new Case(
                        "assertion-trivial",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace("assertEquals(0, cart.size());", "assertTrue(true);")),
                new Case(
                        "expectation-changed",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace("assertEquals(0, cart.size());", "assertEquals(1, cart.size());")),
                new Case(
                        "error-swallowed",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace("cart.remove(1);", "try { cart.remove(1); } catch (Exception e) { }")),
                new Case(
                        "tolerance-widened",
                        JAVA,
                        "@Test\nvoid pi() {\n  assertThat(pi).isCloseTo(3.14, within(0.01));\n}",
                        "@Test\nvoid pi() {\n  assertThat(pi).isCloseTo(3.14, within(0.5));\n}"),
                new Case(
                        "timeout-raised",
                        JAVA,
                        "@Test\n@Timeout(2)\nvoid fast() {\n  run();\n}",
                        "@Test\n@Timeout(60)\nvoid fast() {\n  run();\n}"),
                new Case(
                        "timeout-raised",
                        JAVA,
                        "static final Duration TIMEOUT = Duration.ofSeconds(5);",
                        "static final Duration TIMEOUT = Duration.ofMinutes(1);"),
                new Case(
                        "retries-added",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replaceFirst("@Test", "@RetryingTest(5) @Test")),
                new Case(
                        "suppression-added",
                        "src/main/java/A.java",
                        "class A {}",
                        "@SuppressWarnings(\"all\")\nclass A {}"),
                new Case(
                        "test-removed",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});\nit('takes', () => {\n  expect(take(1)).toBe(0);\n});",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});"),
                new Case(
                        "test-disabled",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});",
                        "it.skip('adds', () => {\n  expect(add(1)).toBe(2);\n});"),
                new Case(
                        "test-disabled",
                        "web/cart.test.ts",
                        "describe('cart', () => {\n});",
                        "xdescribe('cart', () => {\n});"),
                new Case(
                        "tests-narrowed",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});",
                        "it.only('adds', () => {\n  expect(add(1)).toBe(2);\n});"),
                new Case(
                        "assertion-loosened",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toEqual({n: 2});\n});",
                        "it('adds', () => {\n  expect(add(1)).toBeDefined();\n});"),
                new Case(
                        "error-swallowed",
                        "web/cart.test.js",
                        "it('adds', async () => {\n  await add();\n});",
                        "it('adds', async () => {\n  await add().catch(() => {});\n});"),
                new Case("suppression-added", "web/cart.ts", "const a = 1;", "// @ts-ignore\nconst a = 1;"),
                new Case(
                        "tolerance-widened",
                        "web/pi.test.js",
                        "it('pi', () => {\n  expect(pi).toBeCloseTo(3.14159, 5);\n});",
                        "it('pi', () => {\n  expect(pi).toBeCloseTo(3.14159, 1);\n});"),
                new Case(
                        "test-removed",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n\ndef test_take():\n    assert take(1) == 0\n",
                        "def test_add():\n    assert add(1) == 2\n"),
                new Case(
                        "test-removed",
                        "tests/test_cart.py",
                        "class T(TestCase):\n    def test_add(self):\n        self.assertEqual(add(1), 2)\n",
                        "class T(TestCase):\n    def check_add(self):\n        pass\n"),
                new Case(
                        "test-disabled",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "@pytest.mark.skip(reason='later')\ndef test_add():\n    assert add(1) == 2\n"),
                new Case(
                        "test-disabled",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "@unittest.expectedFailure\ndef test_add():\n    assert add(1) == 2\n"),
                new Case(
                        "error-swallowed",
                        "tests/test_cart.py",
                        "def test_add():\n    run()\n",
                        "def test_add():\n    try:\n        run()\n    except Exception:\n        pass\n"),
                new Case(
                        "assertion-trivial",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    assert True\n"),
                new Case(
                        "assertion-loosened",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    assert add(1) is not None\n"),
                new Case(
                        "coverage-excluded",
                        "shop/cart.py",
                        "def add(a):\n    return a\n",
                        "def add(a):  # pragma: no cover\n    return a\n"),
                new Case(
                        "test-removed",
                        "cart_test.go",
                        "func TestAdd(t *testing.T) {\n\tif add(1) != 2 {\n\t\tt.Fatal(1)\n\t}\n}\nfunc TestTake(t *testing.T) {\n\tt.Log(1)\n}\n",
                        "func TestTake(t *testing.T) {\n\tt.Log(1)\n}\n"),
                new Case(
                        "test-disabled",
                        "cart_test.go",
                        "func TestAdd(t *testing.T) {\n\tadd(1)\n}\n",
                        "func TestAdd(t *testing.T) {\n\tt.Skip(\"later\")\n\tadd(1)\n}\n"),
                new Case(
                        "assertion-removed",
                        "cart_test.go",
                        "func TestAdd(t *testing.T) {\n\tif add(1) != 2 {\n\t\tt.Fatal(1)\n\t}\n}\n",
                        "func TestAdd(t *testing.T) {\n\tadd(1)\n}\n"),
                new Case("tests-narrowed", "cart_test.go", "package cart\n", "//go:build ignore\npackage cart\n"),
                new Case(
                        "test-disabled",
                        "src/lib.rs",
                        "#[test]\nfn adds() {\n    assert_eq!(add(1), 2);\n}\n",
                        "#[test]\n#[ignore]\nfn adds() {\n    assert_eq!(add(1), 2);\n}\n"),
                new Case(
                        "test-removed",
                        "src/lib.rs",
                        "#[test]\nfn adds() {\n    assert_eq!(add(1), 2);\n}\n",
                        "fn adds() {\n}\n"),
                new Case(
                        "assertion-loosened",
                        "src/lib.rs",
                        "#[test]\nfn adds() {\n    assert_eq!(add(1), Some(2));\n}\n",
                        "#[test]\nfn adds() {\n    assert!(add(1).is_some());\n}\n"),
                new Case("suppression-added", "src/lib.rs", "fn a() {}\n", "#[allow(dead_code)]\nfn a() {}\n"),
                new Case(
                        "test-removed",
                        "test/cart_test.c",
                        "void test_add(void) {\n  assert(add(1) == 2);\n}\nint main(void) { test_add(); return 0; }\n",
                        "int main(void) { return 0; }\n"),
                new Case(
                        "test-commented-out",
                        "test/cart_test.c",
                        "void test_add(void)\n{\n  assert(add(1) == 2);\n}\n",
                        "#if 0\nvoid test_add(void)\n{\n  assert(add(1) == 2);\n}\n#endif\n"),
                new Case(
                        "test-disabled",
                        "test/cart_test.cc",
                        "TEST(Cart, Adds) {\n  EXPECT_EQ(add(1), 2);\n}\n",
                        "TEST(Cart, Adds) {\n  GTEST_SKIP();\n  EXPECT_EQ(add(1), 2);\n}\n"),
                new Case("assertion-removed", "tests/check.sh", "grep -q ok out.txt\n", "cat out.txt\n"),
                new Case(
                        "tests-excluded",
                        "pom.xml",
                        "<project/>",
                        "<project>\n<skipTests>true</skipTests>\n</project>"),
                new Case(
                        "tests-excluded",
                        "pom.xml",
                        "<configuration>\n</configuration>",
                        "<configuration>\n<excludes><exclude>**/CartTest.java</exclude></excludes>\n</configuration>"),
                new Case(
                        "module-removed",
                        "pom.xml",
                        "<modules>\n<module>cart</module>\n<module>shop</module>\n</modules>",
                        "<modules>\n<module>shop</module>\n</modules>"),
                new Case("threshold-loosened", "pom.xml", "<minimum>0.80</minimum>", "<minimum>0.40</minimum>"),
                new Case("tests-excluded", "build.gradle", "test {\n}\n", "test {\n  exclude '**/CartTest*'\n}\n"),
                new Case("tests-excluded", "build.sh", "./gradlew build\n", "./gradlew build -x test\n"),
                new Case(
                        "tests-excluded",
                        "package.json",
                        "{\n\"jest\": {}\n}",
                        "{\n\"jest\": {\n\"testPathIgnorePatterns\": [\"cart\"]\n}\n}"),
                new Case(
                        "check-command-changed",
                        "package.json",
                        "{\n\"test\": \"jest\"\n}",
                        "{\n\"test\": \"echo ok\"\n}"),
                new Case(
                        "threshold-loosened",
                        "jest.config.js",
                        "coverageThreshold: {\n  branches: 80,\n}",
                        "coverageThreshold: {\n  branches: 10,\n}"),
                new Case(
                        "tests-excluded",
                        "pyproject.toml",
                        "[tool.pytest.ini_options]\n",
                        "[tool.pytest.ini_options]\naddopts = \"--ignore=tests/test_cart.py\"\n"),
                new Case("threshold-loosened", "setup.cfg", "fail_under = 90\n", "fail_under = 50\n"),
                new Case("check-command-changed", "Makefile", "test: build\n\t./run\n", "test:\n\t./run\n"),
                new Case("failure-ignored", "Makefile", "test:\n\t./run\n", "test:\n\t./run || true\n"),
                new Case("failure-ignored", "ci/check.sh", "./run\n", "./run\nexit 0\n"),
                new Case("tests-excluded", "Cargo.toml", "[lib]\n", "[lib]\ntest = false\n"),
                new Case(
                        "module-removed",
                        "CMakeLists.txt",
                        "add_test(NAME cart COMMAND cart)\n",
                        "# add_test(NAME cart COMMAND cart)\n"),
                new Case("ci-changed", ".github/workflows/ci.yml", "run: make test\n", "run: make\n"),
                new Case(
                        "failure-ignored",
                        ".github/workflows/ci.yml",
                        "run: make test\n",
                        "run: make test\ncontinue-on-error: true\n"),
                new Case("ci-changed", ".gitlab-ci.yml", "script: make test\n", ""),
                new Case("ci-changed", "Jenkinsfile", "sh 'make test'\n", "sh 'make'\n"),
                new Case("lint-config-changed", ".eslintrc.json", "{}", "{\"rules\": {}}"),
                new Case("lint-config-changed", "config/checkstyle.xml", "<module/>", "<module></module>"),
                new Case("coverage-config-changed", ".coveragerc", "[run]\n", "[run]\nomit = shop/*\n"),
                new Case("lockfile-changed", "web/package-lock.json", "{\"a\": 1}", "{\"a\": 2}"),
                new Case("lockfile-changed", "go.sum", "a v1\n", "a v2\n"),
                new Case("code-owners-changed", ".github/CODEOWNERS", "* @ada\n", "* @bob\n"),
                new Case("wakeful-config-changed", ".wakeful.yaml", "steps: {}\n", "steps:\n  tests: {run: 'true'}\n"),
                new Case("agent-config-changed", ".claude/settings.json", "{}", "{\"hooks\": {}}"),
                new Case("agent-config-changed", "web/AGENTS.md", "Tabs.\n", "Tabs.\nPush at once.\n"),
                new Case("agent-config-changed", ".mcp.json", "", "{\"mcpServers\": {}}"),
                new Case("review-config-changed", ".gitattributes", "", "src/** linguist-generated\n"),
                new Case("expected-output-changed", "web/__snapshots__/cart.snap", "a", "b"),
                new Case("check-command-changed", "Makefile", "test:\n\t./run\n", "test:\n\t@true\n"),
                new Case("check-command-changed", "Makefile", "test:\n\t./run\n", "test:\n\techo ok\n"),
                new Case(
                        "check-command-changed",
                        "Makefile",
                        ".PHONY: check\nbuild check: main\n\tcc -c a.c\n\t./run\n",
                        ".PHONY: check\nbuild check: main\n\tcc -c a.c\n"),
                new Case(
                        "check-command-changed",
                        "Makefile",
                        "verify:\n\t./build\n\t./run\n",
                        "verify:\n\t./run\n\t./build\n"),
                new Case(
                        "check-command-changed",
                        "Makefile",
                        "RUN = ./run\ntest:\n\t$(RUN)\n",
                        "RUN = true\ntest:\n\t$(RUN)\n"),
                new Case("check-command-changed", "Makefile", "unit-test:\n\t./run\n", "unit-test:\n"),
                new Case("check-command-changed", "Justfile", "ci:\n  cargo test\n", "ci:\n  cargo build\n"),
                new Case(
                        "check-command-changed",
                        "Taskfile.yml",
                        "tasks:\n  test:\n    cmds:\n      - go test ./...\n",
                        "tasks:\n  test:\n    cmds:\n      - go build ./...\n"),
                new Case(
                        "check-command-changed",
                        "tox.ini",
                        "[testenv]\ncommands =\n    pytest\n",
                        "[testenv]\ncommands =\n    python --version\n"),
                new Case("check-command-changed", "check.sh", "set -e\n./run\n", "set -e\necho ok\n"),
                new Case("check-command-changed", "run.sh", "./all\n", "echo ok\n"),
                new Case(
                        "check-command-changed",
                        "package.json",
                        "{\"scripts\": {\"test\": \"jest\"}}",
                        "{\"scripts\": {\"test\": \"echo ok\"}}"),
                new Case(
                        "tests-narrowed",
                        "pom.xml",
                        "<plugin>\n<artifactId>maven-surefire-plugin</artifactId>\n<configuration>\n</configuration>\n</plugin>",
                        "<plugin>\n<artifactId>maven-surefire-plugin</artifactId>\n<configuration>\n<includes>\n<include>**/Cart*.java</include>\n</includes>\n</configuration>\n</plugin>"),
                new Case(
                        "tests-narrowed",
                        "pom.xml",
                        "<plugin>\n<artifactId>maven-surefire-plugin</artifactId>\n<configuration>\n</configuration>\n</plugin>",
                        "<plugin>\n<artifactId>maven-surefire-plugin</artifactId>\n<configuration>\n<test>CartTest</test>\n</configuration>\n</plugin>"),
                new Case(
                        "tests-excluded",
                        "pom.xml",
                        "<execution>\n</execution>",
                        "<execution>\n<phase>none</phase>\n</execution>"),
                new Case(
                        "tests-narrowed",
                        "build.gradle",
                        "test {\n}\n",
                        "test {\n  filter {\n    includeTestsMatching \"*Cart*\"\n  }\n}\n"),
                new Case("tests-narrowed", "pytest.ini", "[pytest]\n", "[pytest]\naddopts = -k test_add\n"),
                new Case(
                        "tests-narrowed",
                        "pyproject.toml",
                        "[tool.pytest.ini_options]\n",
                        "[tool.pytest.ini_options]\naddopts = [\n  \"-k\", \"test_add\",\n]\n"),
                new Case("tests-narrowed", "pytest.ini", "[pytest]\n", "[pytest]\ntestpaths = tests/unit\n"),
                new Case(
                        "tests-narrowed",
                        "jest.config.js",
                        "module.exports = {\n};\n",
                        "module.exports = {\n  testRegex: 'cart',\n};\n"),
                new Case(
                        "tests-narrowed",
                        "package.json",
                        "{\n\"jest\": {\n}\n}",
                        "{\n\"jest\": {\n\"testNamePattern\": \"adds\"\n}\n}"),
                new Case(
                        "test-left-early",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "import os\nos._exit(0)\ndef test_add():\n    assert add(1) == 2\n"),
                new Case(
                        "test-left-early",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    sys.exit(0)\n    assert add(1) == 2\n"),
                new Case(
                        "test-left-early",
                        "src/test/java/shop/CartTest.java",
                        "class T {\n    @Test\n    void adds() {\n        assertEquals(3, add());\n    }\n}\n",
                        "class T {\n    @Test\n    void adds() {\n        System.exit(0);\n        assertEquals(3, add());\n    }\n}\n"),
                new Case(
                        "test-left-early",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});",
                        "it('adds', () => {\n  process.exit(0);\n  expect(add(1)).toBe(2);\n});"),
                new Case(
                        "test-left-early",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    return\n    assert add(1) == 2\n"),
                new Case(
                        "test-left-early",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    if ready:\n        return\n    assert add(1) == 2\n"),
                new Case(
                        "test-left-early",
                        "src/test/java/shop/CartTest.java",
                        "class T {\n    @Test\n    void adds() {\n        assertEquals(3, add());\n    }\n}\n",
                        "class T {\n    @Test\n    void adds() {\n        if (true) return;\n        assertEquals(3, add());\n    }\n}\n"),
                new Case(
                        "test-left-early",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});",
                        "it('adds', () => {\n  return;\n  expect(add(1)).toBe(2);\n});"),
                new Case(
                        "test-left-early",
                        "cart_test.go",
                        "func TestAdd(t *testing.T) {\n\tif add(1) != 2 {\n\t\tt.Fatal(1)\n\t}\n}\n",
                        "func TestAdd(t *testing.T) {\n\treturn\n\tif add(1) != 2 {\n\t\tt.Fatal(1)\n\t}\n}\n"),
                new Case(
                        "test-left-early",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n    run(add)\n",
                        "def test_add():\n    assert add(1) == 2\n    return\n    run(add)\n"),
                new Case(
                        "runner-changed",
                        "conftest.py",
                        "",
                        "def pytest_collection_modifyitems(items):\n    for item in items:\n        item.add_marker(pytest.mark.skip)\n"),
                new Case(
                        "test-disabled",
                        "tests/conftest.py",
                        "",
                        "@pytest.fixture(autouse=True)\ndef quick():\n    pytest.skip('later')\n"),
                new Case("test-left-early", "tests/conftest.py", "", "import os\nos._exit(0)\n"),
                new Case("runner-changed", "sitecustomize.py", "", "import unittest\n"),
                new Case("runner-changed", "jest.config.js", "", "module.exports = {};\n"),
                new Case("runner-changed", "web/jest.setup.js", "", "global.it = it.skip;\n"),
                new Case("runner-changed", "pytest.ini", "", "[pytest]\n"),
                new Case(
                        "runner-changed",
                        "src/test/resources/junit-platform.properties",
                        "",
                        "junit.jupiter.conditions.deactivate=x\n"),
                new Case(
                        "runner-changed",
                        "src/test/java/shop/Quick.java",
                        "",
                        "class Quick implements ExecutionCondition {\n}\n"),
                new Case(
                        "runner-changed",
                        "main_test.go",
                        "package shop\n",
                        "package shop\nfunc TestMain(m *testing.M) {\n}\n"),
                new Case(
                        "runner-changed",
                        "tests/conftest.py",
                        "def pytest_collection_modifyitems(items):\n    pass\n",
                        "def pytest_collection_modifyitems(items):\n    items.clear()\n"));
    }

    @ParameterizedTest
    @MethodSource("weakened")
    void whatWeakensAChecksIsFoundWithItsLine(Case weakened) {
        assertThat(weakened.hits())
                .as(weakened.after())
                .extracting(Suspicion::rule)
                .contains(weakened.rule());
        assertThat(weakened.hits())
                .filteredOn(hit -> hit.rule().equals(weakened.rule()))
                .allSatisfy(hit -> {
                    assertThat(hit.path()).isEqualTo(weakened.path());
                    assertThat(hit.line()).isPositive();
                    assertThat(hit.text())
                            .startsWith(
                                    weakened.after().isEmpty()
                                            ? "-"
                                            : hit.text().substring(0, 1));
                    assertThat(hit.why()).isNotBlank();
                });
    }

    static List<Case> innocent() {
        return List.of(
                new Case(
                        "",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace(
                                "}\n}\n",
                                "}\n\n    @Test\n    void empties() {\n        assertEquals(0, cart.size());\n    }\n}\n")),
                new Case("", JAVA, TWO_JAVA_TESTS, TWO_JAVA_TESTS.replace("void removes", "void removesOne")),
                new Case(
                        "",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replace(
                                "assertEquals(0, cart.size());",
                                "assertEquals(0, cart.size());\n        assertTrue(cart.isEmpty());")),
                new Case("", JAVA, TWO_JAVA_TESTS, TWO_JAVA_TESTS.replace("    ", "  ")),
                new Case("", JAVA, TWO_JAVA_TESTS, TWO_JAVA_TESTS.replace("class", "// was @Disabled once\nclass")),
                new Case(
                        "",
                        JAVA,
                        TWO_JAVA_TESTS.replace("@Test\n    void adds", "@Test @Disabled\n    void adds"),
                        TWO_JAVA_TESTS),
                new Case(
                        "",
                        JAVA,
                        TWO_JAVA_TESTS,
                        TWO_JAVA_TESTS.replaceAll(
                                "(?s)(    @Test\n    void adds.*?\n    }\n)\n(    @Test\n    void removes.*?\n    }\n)",
                                "$2\n$1")),
                new Case(
                        "",
                        JAVA,
                        "@Test\nvoid x() {\n  assertNotNull(cart);\n}",
                        "@Test\nvoid x() {\n  assertEquals(3, cart);\n}"),
                new Case(
                        "",
                        JAVA,
                        "@Test\n@Timeout(60)\nvoid fast() {\n  run();\n}",
                        "@Test\n@Timeout(2)\nvoid fast() {\n  run();\n}"),
                new Case(
                        "",
                        "src/main/java/shop/Cart.java",
                        "int timeout = 5;\nint add() { return 1; }",
                        "int timeout = 50;\nint add() { return 2; }"),
                new Case("", "src/main/java/shop/Cart.java", "class Cart { }", ""),
                new Case("", "web/cart.ts", "export const only = list.skip(1);", "export const only = list.skip(2);"),
                new Case(
                        "",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});",
                        "it('adds one', () => {\n  expect(add(1)).toBe(2);\n});\nit('takes', () => {\n  expect(take(1)).toBe(0);\n});"),
                new Case(
                        "",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    assert add(1) == 2\n    assert add(2) == 3\n"),
                new Case(
                        "",
                        "shop/cart.py",
                        "def add(a):\n    return a\n",
                        "def add(a):\n    try:\n        return a + 1\n    except ValueError:\n        pass\n"),
                new Case(
                        "",
                        "cart_test.go",
                        "func TestAdd(t *testing.T) {\n\tt.Skip(1)\n}\n",
                        "func TestAdd(t *testing.T) {\n\tadd(1)\n}\n"),
                new Case(
                        "",
                        "src/lib.rs",
                        "fn a() { }\n",
                        "fn a() { }\n#[test]\n#[ignore]\nfn slow() {\n    assert!(a());\n}\n"),
                new Case("", "pom.xml", "<version>1.0</version>", "<version>1.1</version>"),
                new Case("", "pom.xml", "<minimum>0.40</minimum>", "<minimum>0.80</minimum>"),
                new Case(
                        "",
                        "package.json",
                        "{\n\"dependencies\": {}\n}",
                        "{\n\"dependencies\": {\"left-pad\": \"1\"}\n}"),
                new Case("", "Makefile", "build:\n\tcc a.c\n", "build:\n\tcc a.c b.c\n"),
                new Case("", "README.md", "run it with || true", "run it with || true; exit 0"),
                new Case("", "web/__snapshots__/new.snap", "", "b"),
                new Case(
                        "",
                        "Makefile",
                        "test: main\n\t./run\nmain:\n\tcc a.c\n",
                        "test: main\n\t./run\nmain:\n\tcc a.c b.c\n"),
                new Case("", "Makefile", "test:\n\t./run\n", "test:\n\t./run\nlint:\n\t./lint\n"),
                new Case("", "Makefile", "test:\n\t./run\n", "# how it is tested\ntest:\n\t./run\n"),
                new Case("", "Makefile", "CC = gcc\ntest:\n\t./run\n", "CC = clang\ntest:\n\t./run\n"),
                new Case(
                        "",
                        "Taskfile.yml",
                        "tasks:\n  test:\n    cmds:\n      - go test ./...\n",
                        "tasks:\n  test:\n    cmds:\n      - go test ./...\n  clean:\n    cmds:\n      - rm -rf out\n"),
                new Case("", "check.sh", "set -e\n./run\n", "set -e\n# everything\n./run\n"),
                new Case("", "deploy.sh", "./run\n", "./run --fast\n"),
                new Case("", "check.sh", "", "set -e\n./run\n"),
                new Case(
                        "",
                        "pom.xml",
                        "<plugin>\n<artifactId>maven-shade-plugin</artifactId>\n<configuration>\n</configuration>\n</plugin>",
                        "<plugin>\n<artifactId>maven-shade-plugin</artifactId>\n<configuration>\n<includes>\n<include>org.example:*</include>\n</includes>\n</configuration>\n</plugin>"),
                new Case(
                        "",
                        "pom.xml",
                        "<resource>\n</resource>",
                        "<resource>\n<include>**/*.properties</include>\n</resource>"),
                new Case("", "settings.gradle", "include 'a'\n", "include 'a', 'b'\n"),
                new Case("", "Cargo.toml", "members = [\"a\"]\n", "members = [\"a\", \"b\"]\n"),
                new Case("", "package.json", "{\n\"workspaces\": [\"a\"]\n}", "{\n\"workspaces\": [\"a\", \"b\"]\n}"),
                new Case(
                        "",
                        "pyproject.toml",
                        "[tool.pytest.ini_options]\n",
                        "[tool.pytest.ini_options]\naddopts = \"-ra -q --strict-markers\"\n"),
                new Case(
                        "",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    assert add(1) == 2\n\nif __name__ == '__main__':\n    sys.exit(pytest.main())\n"),
                new Case(
                        "",
                        "tests/test_cart.py",
                        "def test_add():\n    assert add(1) == 2\n",
                        "def test_add():\n    def one():\n        return 1\n    assert add(1) == 2\n"),
                new Case(
                        "",
                        "src/test/java/shop/CartTest.java",
                        "class T {\n    @Test\n    void adds() {\n        assertEquals(3, add());\n    }\n}\n",
                        "class T {\n    @Test\n    void adds() {\n        Function<Integer, Integer> one = n -> {\n            return n;\n        };\n        assertEquals(3, add());\n    }\n}\n"),
                new Case(
                        "",
                        "cart_test.go",
                        "func TestAdd(t *testing.T) {\n\tif add(1) != 2 {\n\t\tt.Fatal(1)\n\t}\n}\n",
                        "func TestAdd(t *testing.T) {\n\tif add(1) != 2 {\n\t\tt.Fatal(1)\n\t}\n\tif ready {\n\t\treturn\n\t}\n}\n"),
                new Case(
                        "",
                        "web/cart.test.ts",
                        "it('adds', () => {\n  expect(add(1)).toBe(2);\n});",
                        "it('adds', () => {\n  const one = () => { return 1; };\n  expect(add(1)).toBe(2);\n});"),
                new Case("", "conftest.py", "", "import pytest\n\n@pytest.fixture\ndef cart():\n    return Cart()\n"),
                new Case("", "jest.setup.js", "", "import '@testing-library/jest-dom';\n"),
                new Case(
                        "",
                        "jest.config.js",
                        "module.exports = {\n};\n",
                        "module.exports = {\n  testEnvironment: 'jsdom',\n};\n"),
                new Case(
                        "",
                        "tests/main_test.go",
                        "package shop\n",
                        "package shop\nfunc TestAdd(t *testing.T) {\n\tif add(1) != 2 {\n\t\tt.Fatal(1)\n\t}\n}\n"),
                new Case("", "src/app.py", "import sys\n", "import sys\nsys.exit(0)\n"));
    }

    @ParameterizedTest
    @MethodSource("innocent")
    void whatDoesNotWeakenThemIsLeftAlone(Case innocent) {
        assertThat(innocent.hits()).as(innocent.after()).isEmpty();
    }

    @Test
    void aTestThatMovedToAnotherFileIsStillThere() {
        FileChange from = new FileChange(FileChange.text(JAVA, TWO_JAVA_TESTS), Optional.empty());
        FileChange to =
                new FileChange(Optional.empty(), FileChange.text("src/test/java/shop/BasketTest.java", TWO_JAVA_TESTS));
        FileChange renamed = new FileChange(
                FileChange.text(JAVA, TWO_JAVA_TESTS),
                FileChange.text("src/test/java/shop/BasketTest.java", TWO_JAVA_TESTS));

        assertThat(inspect(from, to)).isEmpty();
        assertThat(inspect(renamed)).isEmpty();
    }

    @Test
    void aTestThatIsMovedAndEmptiedOnTheWayIsFound() {
        FileChange from = new FileChange(FileChange.text(JAVA, TWO_JAVA_TESTS), Optional.empty());
        FileChange to = new FileChange(
                Optional.empty(),
                FileChange.text("src/test/java/shop/BasketTest.java", TWO_JAVA_TESTS.replaceAll(".*assert.*\n", "")));

        assertThat(inspect(from, to)).extracting(Suspicion::rule).containsOnly("assertion-removed");
    }

    /** Which scripts and targets prove a change is told by the commands themselves. */
    @Test
    void whatTheCheckCommandRunsIsTheCheck() {
        FileChange script = changed("ci/smoke.sh", "./run\n", "true\n");
        FileChange target = changed("Makefile", "smoke:\n\t./run\n", "smoke:\n\ttrue\n");
        FileChange ofPackage = changed("package.json", "{\n\"smoke\": \"jest\"\n}", "{\n\"smoke\": \"true\"\n}");

        for (String command : List.of(
                "sh ci/smoke.sh",
                "bash -e ./ci/smoke.sh --all",
                "make && ./ci/smoke.sh",
                "cd ci && CI=1 ./smoke.sh",
                "timeout 60 sh -c 'ci/smoke.sh'")) {
            assertThat(rules(script, command)).as(command).contains("check-command-changed");
        }
        assertThat(rules(target, "make -s smoke")).contains("check-command-changed");
        assertThat(rules(ofPackage, "npm ci && npm run smoke")).contains("check-command-changed");
        assertThat(rules(script, "grep -q ci/smoke.sh README.md && make")).isEmpty();
        assertThat(rules(target, "make test")).isEmpty();
        assertThat(rules(ofPackage, "npm test")).isEmpty();
    }

    private static FileChange changed(String path, String before, String after) {
        return new FileChange(FileChange.text(path, before), FileChange.text(path, after));
    }

    private static List<String> rules(FileChange change, String command) {
        return TamperGuard.inspect(List.of(change), List.of(command)).stream()
                .map(Suspicion::rule)
                .distinct()
                .toList();
    }

    @Test
    void theLineIsTheOneInTheFile() {
        Case emptied = new Case(
                "",
                JAVA,
                TWO_JAVA_TESTS,
                TWO_JAVA_TESTS.replace("assertEquals(0, cart.size());", "assertNotNull(cart);"));

        assertThat(emptied.hits()).singleElement().satisfies(hit -> {
            assertThat(hit.line()).isEqualTo(10);
            assertThat(hit.text()).isEqualTo("+assertNotNull(cart);");
            assertThat(hit.why()).contains("assertEquals(0, cart.size())");
        });
    }

    @Test
    void whatCannotBeReadIsAHitToo() {
        Optional<Side> binary = Optional.of(new Side("src/test/java/A.java", Type.FILE, Optional.empty()));
        Optional<Side> picture = Optional.of(new Side("docs/logo.png", Type.FILE, Optional.empty()));
        Optional<Side> out = Optional.of(new Side("lib/link", Type.LINK, Optional.of("../../etc/passwd")));
        Optional<Side> within = Optional.of(new Side("lib/link", Type.LINK, Optional.of("../src")));
        Optional<Side> module = Optional.of(new Side("vendor", Type.SUBMODULE, Optional.empty()));

        assertThat(rules(binary)).containsExactly("not-inspected");
        assertThat(rules(picture)).isEmpty();
        assertThat(rules(out)).containsExactly("link-out-of-tree");
        assertThat(rules(within)).isEmpty();
        assertThat(rules(module)).containsExactly("submodule-changed");
    }

    private static List<String> rules(Optional<Side> added) {
        return inspect(new FileChange(Optional.empty(), added)).stream()
                .map(Suspicion::rule)
                .toList();
    }

    /** Text from outside is data: cut, on one line, and bounded in number. */
    @Test
    void hostileTextStaysSmallAndOnOneLine() {
        String many = IntStream.range(0, 1_000)
                .mapToObj(n -> "void test_" + n + "(void) {\n  assert(" + n + ");\n}\n")
                .collect(Collectors.joining());
        FileChange emptied = new FileChange(
                FileChange.text("tests/a.c", many), FileChange.text("tests/a.c", "int a;" + "x".repeat(9_000)));

        List<Suspicion> hits = inspect(emptied);

        assertThat(hits).hasSize(TamperGuard.MOST + 1);
        assertThat(hits.getLast().why()).contains("more places");
        assertThat(hits).allSatisfy(hit -> {
            assertThat(hit.text().length()).isLessThan(400);
            assertThat(hit.text() + hit.why()).doesNotContain("\n");
        });
    }

    @Test
    void aRegularExpressionIsNoWayToHoldItUp() {
        String hostile = "it".repeat(100_000) + "@Test " + "a ".repeat(100_000) + "(\n" + "catch (".repeat(50_000)
                + "'".repeat(50_000);

        for (String path : List.of(JAVA, "a_test.py", "a.test.js")) {
            FileChange change = new FileChange(FileChange.text(path, "x"), FileChange.text(path, hostile));
            assertThat(inspect(change)).hasSizeLessThanOrEqualTo(TamperGuard.MOST + 2);
        }
    }
}
