package dev.wakeful.autodev.tamper;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is known of a language: where comments are, how a test begins, what an assertion is and how a test is switched off.
 *
 * @param test finds a test's beginning; its first group that is there is the name
 * @param swallowed finds failures that are caught and forgotten
 * @param exit finds where the whole process ends as if all were well
 */
record Language(
        Syntax syntax,
        List<String> extensions,
        Pattern test,
        Pattern assertion,
        Pattern disabled,
        Pattern swallowed,
        Pattern exit,
        Extent extent) {

    /** How far a test reaches. */
    enum Extent {
        /** To where the lines stand further left. */
        INDENT,
        /** To the end of the block after its name. */
        BLOCK,
        /** To the end of the call whose first argument is its name. */
        CALL
    }

    private static final Pattern NONE = Pattern.compile("(?!)");

    private static final Language JAVA = new Language(
            Syntax.JAVA,
            List.of("java", "kt", "kts", "groovy", "scala"),
            Pattern.compile(
                    "@(?:[\\w.]*\\.)?(?:Test|ParameterizedTest|RepeatedTest|TestFactory|TestTemplate|Property|Theory)\\b"
                            + "[\\s\\S]{0,600}?\\b(?:fun\\s+`([^`\\n]+)`|(?:fun|void|[\\w<>\\[\\],?]{1,80})\\s+([\\w$]+))\\s*\\("),
            Pattern.compile("\\b(?:assert\\w*|verify\\w*|expect\\w*|fail|should\\w*|andExpect)\\s*[(.{<]|\\bassert\\s"),
            Pattern.compile(
                    "@(?:[\\w.]*\\.)?(?:Disabled\\w*|Ignore|EnabledIf\\w*|EnabledOn\\w*|Tag\\(\"(?:slow|flaky|manual|disabled))"
                            + "|\\bassum(?:e|ing)\\w*\\s*\\(|\\bAssumptions?\\.|enabled\\s*=\\s*false|\\bthrow new (?:Skip|TestAborted)\\w*"),
            Pattern.compile(
                    "catch\\s*\\([^)]*\\)\\s*\\{\\s*\\}|catch\\s*\\(\\s*(?:final\\s+)?(?:AssertionError|Throwable)\\b"),
            Pattern.compile(
                    "\\bSystem\\.exit\\(\\s*0\\s*\\)|\\.(?:exit|halt)\\(\\s*0\\s*\\)|\\bexitProcess\\(\\s*0\\s*\\)"),
            Extent.BLOCK);

    private static final Language SCRIPT = new Language(
            Syntax.JAVASCRIPT,
            List.of("js", "jsx", "mjs", "cjs", "ts", "tsx", "mts", "cts", "vue", "svelte"),
            Pattern.compile(
                    "(?<![\\w.$])[xf]?(?:it|test|specify)(?:\\.\\w+)*(?:\\([^'\"`()]*\\))?\\s*\\(\\s*(?:'([^'\\n]*)'|\"([^\"\\n]*)\"|`([^`\\n]*)`)"),
            Pattern.compile(
                    "\\b(?:expect|assert\\w*|should)\\b\\s*[(.]|\\.should\\b|\\bt\\.(?:is|deepEqual|true|false|throws|truthy|falsy)\\("),
            Pattern.compile(
                    "(?<![\\w.$])x(?:it|describe|test|context)\\s*[(.]|\\.(?:skip|skipIf|todo|fixme|failing|fails)\\b|this\\.skip\\(|\\bpending\\("),
            Pattern.compile(
                    "catch\\s*(?:\\([^)]*\\))?\\s*\\{\\s*\\}|\\.catch\\(\\s*(?:\\(\\s*\\w*\\s*\\)|\\w+)\\s*=>\\s*(?:\\{\\s*\\}|null|undefined)"),
            Pattern.compile(
                    "\\b(?:process|Deno)\\.(?:exit|reallyExit)\\(\\s*0?\\s*\\)|\\bprocess\\.exitCode\\s*=\\s*0\\b"),
            Extent.CALL);

    private static final Language PYTHON = new Language(
            Syntax.PYTHON,
            List.of("py", "pyi"),
            Pattern.compile("(?m)^[ \\t]*(?:async\\s+)?def\\s+(test\\w*)\\s*\\("),
            Pattern.compile("\\bassert\\b|\\.assert\\w+\\(|\\bpytest\\.(?:raises|warns|fail)\\b|\\bself\\.fail\\("),
            Pattern.compile(
                    "@\\w*\\.?(?:skip\\w*|expectedFailure)\\b|mark\\.(?:skip\\w*|xfail)|\\b(?:pytest|self)\\.(?:skip\\w*|xfail)\\s*\\(|raise\\s+(?:unittest\\.)?SkipTest"),
            Pattern.compile(
                    "except[^\\n:]*:\\s*(?:pass\\b|\\.\\.\\.|return[ \\t]*(?:\\n|$))|contextlib\\.suppress\\(|with\\s+suppress\\("),
            Pattern.compile(
                    "\\b(?:os\\._exit|sys\\.exit|SystemExit)\\(\\s*(?:0|None|False|os\\.EX_OK)?\\s*\\)|(?<![\\w.])(?:exit|quit)\\(\\s*0?\\s*\\)|\\braise\\s+SystemExit\\s*$|\\bpytest\\.exit\\("),
            Extent.INDENT);

    private static final Language GO = new Language(
            Syntax.GO,
            List.of("go"),
            Pattern.compile("(?m)^func\\s+(?:\\([^)]*\\)\\s*)?((?:Test|Fuzz|Example|Benchmark)\\w*)\\s*\\("),
            Pattern.compile(
                    "\\bt\\.(?:Error|Errorf|Fatal|Fatalf|Fail|FailNow)\\b|\\b(?:assert|require|is|check)\\.\\w+\\("
                            + "|^if\\b[^\\n]*(?:[!=]=|[<>]=?)\\s*(?:-?\\d|\"|true\\b|false\\b)"),
            Pattern.compile("\\b[tb]\\.Skip\\w*\\(|testing\\.Short\\(\\)"),
            Pattern.compile("\\brecover\\(\\)"),
            Pattern.compile("\\b(?:os|syscall)\\.Exit\\(\\s*0\\s*\\)|\\bruntime\\.Goexit\\(\\)"),
            Extent.BLOCK);

    private static final Language RUST = new Language(
            Syntax.RUST,
            List.of("rs"),
            Pattern.compile(
                    "#\\[(?:[\\w:]+::)?(?:test|rstest|test_case|proptest|quickcheck)\\b[\\s\\S]{0,400}?\\bfn\\s+(\\w+)"),
            Pattern.compile("\\b(?:debug_)?assert\\w*!|\\bpanic!|\\bunreachable!|\\.unwrap_err\\(|#\\[should_panic"),
            Pattern.compile(
                    "#\\[(?:cfg_attr\\([^\\n]*,\\s*)?ignore\\b|#!?\\[cfg\\(not\\(test\\)\\)\\]|#!?\\[cfg\\(any\\(\\)\\)\\]"),
            Pattern.compile("catch_unwind\\("),
            Pattern.compile("\\bexit\\(\\s*0\\s*\\)"),
            Extent.BLOCK);

    private static final Language C = new Language(
            Syntax.C,
            List.of("c", "h", "cc", "cpp", "cxx", "hpp", "hh"),
            Pattern.compile(
                    "(?m)^[ \\t]*(?:(?:TEST|TEST_F|TEST_P|TYPED_TEST|START_TEST|TEST_CASE|SCENARIO|Test|BOOST_AUTO_TEST_CASE)\\s*\\(\\s*([^)]*)\\)"
                            + "|(?:static\\s+)?(?:void|int|bool)\\s+(test\\w*)\\s*\\((?=[^;{]{0,400}\\{))"),
            Pattern.compile(
                    "\\b(?:assert\\w*|ASSERT\\w*|EXPECT_\\w+|REQUIRE\\w*|CHECK\\w*|ck_assert\\w*|cr_assert\\w*|TEST_ASSERT\\w*|CU_ASSERT\\w*|BOOST_\\w+|g_assert\\w*)\\s*\\("
                            + "|\\b(?:RUN_TEST|tcase_add_test|CU_add_test|cmocka_unit_test)\\s*\\("),
            Pattern.compile("\\bDISABLED_|GTEST_SKIP\\(|TEST_IGNORE\\w*\\(|\\bskip\\(\\)|\\.disabled\\s*=\\s*true"),
            Pattern.compile("catch\\s*\\([^)]*\\)\\s*\\{\\s*\\}|catch\\s*\\(\\s*\\.\\.\\.\\s*\\)"),
            Pattern.compile("\\b(?:_exit|_Exit|exit|quick_exit)\\(\\s*(?:0|EXIT_SUCCESS)\\s*\\)"),
            Extent.BLOCK);

    private static final Language SHELL = new Language(
            Syntax.HASH,
            List.of("sh", "bash", "bats", "zsh"),
            Pattern.compile("(?m)^\\s*(?:@test\\s+[\"']([^\"'\\n]+)[\"']|(?:function\\s+)?(test\\w*)\\s*\\(\\s*\\))"),
            Pattern.compile("\\bassert\\w*\\b|\\btest\\s|\\[\\[?\\s|\\bgrep\\s+-\\w*q|\\b(?:diff|cmp)\\s"),
            Pattern.compile("(?m)^\\s*skip\\b|^\\s*(?:return|exit)\\s+0\\b"),
            NONE,
            NONE,
            Extent.BLOCK);

    private static final List<Language> ALL = List.of(JAVA, SCRIPT, PYTHON, GO, RUST, C, SHELL);

    /** The language of a file, or one that has comments and nothing else. */
    static Language of(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ALL.stream()
                .filter(language -> language.extensions().contains(extension))
                .findFirst()
                .orElseGet(
                        () -> new Language(Syntax.ofPath(path), List.of(), NONE, NONE, NONE, NONE, NONE, Extent.BLOCK));
    }

    boolean knowsTests() {
        return test != NONE;
    }

    /** Names are strings in some languages; in the others a string is only in the way. */
    String searched(Code code) {
        return this == SCRIPT || this == SHELL ? code.code() : code.bare();
    }
}
