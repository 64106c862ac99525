package dev.wakeful.cli.terminal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How a command ends. The numbers are a contract with scripts and never change. */
public enum ExitCode {
    OK(0, "done"),
    FAILED(1, "failed, or the answer is no"),
    USAGE(2, "wrong use of the command"),
    NOT_RUNNING(3, "Wakeful is not running or cannot be reached"),
    NOT_AUTHORISED(4, "not authorised"),
    NOT_FOUND(5, "not found"),
    TIMED_OUT(124, "not finished in time"),
    INTERRUPTED(130, "interrupted");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    public int code() {
        return code;
    }

    /** Code and meaning, in ascending order, for {@code --help}. */
    public static Map<String, String> meanings() {
        return Arrays.stream(values())
                .collect(Collectors.toMap(
                        exit -> String.valueOf(exit.code), exit -> exit.meaning, (a, b) -> a, LinkedHashMap::new));
    }
}
