package dev.wakeful.autodev.tamper;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a file is for, told by its path. */
enum FileKind {
    TEST(
            "(?i)(^|/)(tests?|testing|spec|specs|__tests__|__mocks__|e2e|cypress|it|integration[-_]?tests?|testdata|fixtures)/"
                    + "|(^|/)(test_[^/]*|[^/]*_(test|tests|spec))\\.\\w+$|[^/]+\\.(test|spec|cy|e2e)\\.\\w+$|(^|/)conftest\\.py$|\\.bats$"
                    + "|(^|/)src/\\w*[tT]est\\w*/|(?-i:(^|/)([A-Z]\\w*(Test|Tests|IT|Spec|TestCase)|Test[A-Z]\\w*)\\.(java|kt|kts|groovy|scala)$)"),
    BUILD(
            "(^|/)(pom\\.xml|build\\.gradle(\\.kts)?|settings\\.gradle(\\.kts)?|gradle\\.properties|package\\.json|pnpm-workspace\\.yaml|lerna\\.json|go\\.work|Makefile|GNUmakefile|makefile|[^/]*\\.mk"
                    + "|CMakeLists\\.txt|[^/]*\\.cmake|meson\\.build|Cargo\\.toml|pyproject\\.toml|setup\\.(py|cfg)|tox\\.ini|pytest\\.ini|noxfile\\.py|nose\\.cfg|conftest\\.py"
                    + "|(jest|vitest|vite|karma|playwright|cypress|wdio|ava)\\.(conf|config)\\.\\w+|\\.mocharc(\\.\\w+)?|\\.taprc|Justfile|justfile|Taskfile\\.ya?ml|build\\.xml|BUILD(\\.bazel)?"
                    + "|\\.bazelrc|\\.nextest\\.toml|nextest\\.toml|\\.mvn/[^/]+|nx\\.json|turbo\\.json|Dockerfile)$|(^|/)\\.config/nextest\\.toml$"),
    /** What runs around the tests of others. */
    RUNNER(
            "(^|/)(conftest\\.py|(jest|vitest|karma|playwright|cypress|wdio|ava)[.-]?(setup|teardown)\\.\\w+|setup[-_.]?tests?\\.\\w+|tests?[-_.]?(setup|helper|main)\\.\\w+|global[-_.]?(setup|teardown)\\.\\w+)$"),
    /** What a runner or an interpreter finds by its name alone; a new one goes before what was there. */
    RUNNER_SETTINGS(
            "(^|/)((site|user)customize\\.py|[^/]*\\.pth|\\.?pytest\\.(ini|toml)|tox\\.ini|\\.?nextest\\.toml|(jest|vitest|karma|playwright|cypress|wdio|ava)\\.(conf|config|workspace)\\.\\w+"
                    + "|\\.mocharc(\\.\\w+)?|\\.taprc|junit-platform\\.properties|testng[^/]*\\.xml|setup_suite\\.bash|GNUmakefile)$|(^|/)META-INF/services/org\\.(junit|testng|spockframework)[^/]*$"
                    + "|(^|/)\\.cargo/config(\\.toml)?$"),
    SCRIPT("\\.(sh|bash|zsh|bats|ps1|cmd|bat)$|(^|/)(gradlew|mvnw|check|run-tests?|runtests)$"),
    CI(
            "^\\.github/(workflows|actions)/|^\\.gitlab-ci\\.yml$|^\\.gitlab/ci/|(^|/)Jenkinsfile[^/]*$|^\\.circleci/|^\\.travis\\.yml$|^azure-pipelines[^/]*\\.ya?ml$"
                    + "|^bitbucket-pipelines\\.yml$|^\\.buildkite/|^\\.drone\\.yml$|^\\.woodpecker|^\\.gitea/workflows/|^\\.forgejo/workflows/|^appveyor\\.yml$|^\\.teamcity/|^\\.cirrus\\.yml$"
                    + "|^\\.github/dependabot\\.yml$|^\\.pre-commit-config\\.yaml$|^lefthook\\.ya?ml$|^\\.husky/|^\\.semaphore/|^\\.ci/|^cloudbuild\\.ya?ml$|^\\.builds/"),
    LINT(
            "(^|/)(\\.eslintrc[^/]*|eslint\\.config\\.\\w+|\\.eslintignore|biome\\.jsonc?|tslint\\.json|\\.stylelintrc[^/]*|\\.pylintrc|pylintrc|\\.flake8|ruff\\.toml|\\.ruff\\.toml|mypy\\.ini|\\.mypy\\.ini"
                    + "|pyrightconfig\\.json|\\.bandit|\\.golangci\\.(ya?ml|toml|json)|clippy\\.toml|\\.clippy\\.toml|\\.clang-tidy|\\.cppcheck[^/]*|\\.rubocop\\.yml|\\.shellcheckrc|\\.hadolint\\.ya?ml"
                    + "|\\.yamllint[^/]*|\\.markdownlint[^/]*|[^/]*(checkstyle|pmd|spotbugs|findbugs|detekt)[^/]*\\.(xml|ya?ml)|sonar-project\\.properties|\\.semgrep[^/]*|\\.snyk|\\.trivyignore|\\.gitleaks[^/]*"
                    + "|\\.secrets\\.baseline|dependency-check[^/]*\\.xml|audit-ci\\.jsonc?|deny\\.toml|\\.nsprc|osv-scanner\\.toml)$|(^|/)\\.semgrep/|^\\.github/codeql/"),
    COVERAGE(
            "(^|/)(\\.coveragerc|\\.?codecov\\.ya?ml|\\.coveralls\\.yml|\\.nycrc[^/]*|nyc\\.config\\.\\w+|\\.c8rc[^/]*|tarpaulin\\.toml|\\.tarpaulin\\.toml|lcovrc|\\.lcovrc|\\.gcovr[^/]*|gcovr\\.cfg|jacoco[^/]*\\.xml)$"),
    LOCK(
            "(^|/)(package-lock\\.json|npm-shrinkwrap\\.json|yarn\\.lock|pnpm-lock\\.yaml|bun\\.lockb?|deno\\.lock|Cargo\\.lock|go\\.sum|poetry\\.lock|Pipfile\\.lock|uv\\.lock|pdm\\.lock|pixi\\.lock|Gemfile\\.lock"
                    + "|composer\\.lock|mix\\.lock|gradle\\.lockfile|[^/]*\\.lockfile|verification-metadata\\.xml|gradle-wrapper\\.(properties|jar)|maven-wrapper\\.(properties|jar)|flake\\.lock|packages\\.lock\\.json|conan\\.lock)$"),
    OWNERS("(^|/)CODEOWNERS$|(^|/)OWNERS(_ALIASES)?$|^\\.github/settings\\.ya?ml$|^\\.github/rulesets/"),
    WAKEFUL("^\\.?wakeful\\.ya?ml$"),
    /** What coding agents of everybody who works on the repository run and obey. */
    AGENTS(
            "(^|/)\\.(claude|codex|gemini|opencode|cursor)/|(^|/)(\\.mcp\\.json|opencode\\.jsonc?|(AGENTS|CLAUDE|GEMINI)(\\.\\w+)?\\.md|\\.cursorrules)$"
                    + "|^\\.github/(copilot-instructions\\.md$|instructions/)"),
    HIDING("(^|/)(\\.gitattributes|\\.gitmodules|\\.lfsconfig)$"),
    EXPECTED(
            "(^|/)__(snapshots|image_snapshots|screenshots)__/|\\.snap$|(^|/)(golden|goldens|expected|approved|baselines?)/|\\.(golden|approved\\.\\w+|expected)$");

    private final Pattern path;

    FileKind(String path) {
        this.path = Pattern.compile(path);
    }

    static Set<FileKind> of(String path) {
        Set<FileKind> kinds = EnumSet.noneOf(FileKind.class);
        for (FileKind kind : values()) {
            if (kind.path.matcher(path).find()) {
                kinds.add(kind);
            }
        }
        return kinds;
    }
}
