package dev.wakeful.autodev.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where files of attributes send files to Git LFS (bad input of issue 4). */
class LfsPointersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''     | *.bin filter=lfs diff=lfs merge=lfs -text | :(glob)**/*.bin
                    a/     | *.bin filter=lfs                          | :(glob)a/**/*.bin
                    a/     | /top.bin filter=lfs                       | :(glob)a/top.bin
                    ''     | models/** filter=lfs -text                | :(glob)models/**
                    a[b]*/ | x.bin filter=lfs                          | :(glob)a\\[b]\\*/**/x.bin
                    ''     | "x.bin" filter=lfs                        | :(glob)**/x.bin
                    """)
    void aPatternIsLookedForAsGitMeansIt(String directory, String line, String place) {
        assertThat(LfsPointers.places(directory, line)).containsExactly(place);
    }

    @ParameterizedTest
    @CsvSource({
        "# *.bin filter=lfs",
        "*.bin filter=other",
        "*.bin -filter",
        "!x filter=lfs",
        "../x filter=lfs",
        "a/../../x filter=lfs",
        "/ filter=lfs",
        "[attr]big filter=lfs",
        "''"
    })
    void whatSendsNothingThereIsLeftAlone(String line) {
        assertThat(LfsPointers.places("", line)).isEmpty();
    }
}
