package dev.wakeful.bughunter.classification;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How logs say that the machine or the network failed, not the code (TRG-17): one row per cause. A sign that speaks for the whole machine
 * counts wherever it stands. Any other counts in the error itself, or anywhere when the log names no failing test and no compiler error:
 * a test may well refuse a connection on purpose.
 */
enum InfrastructureSign {
    DISK_FULL(
            "the disk is full",
            true,
            "No space left on device|\\bENOSPC\\b|[Dd]isk quota exceeded|not enough space on the disk"),
    OUT_OF_MEMORY(
            "memory ran out",
            true,
            "java\\.lang\\.OutOfMemoryError|Cannot allocate memory|\\bENOMEM\\b|OOMKilled|oom-kill|Out of memory: Kill"
                    + "|heap out of memory|(?:exit|status|exited with)(?: code| status)?:? 137\\b|signal 9|terminated by signal: Killed"
                    + "|terminated with signal 7"),
    RUNNER_LOST(
            "the runner was lost",
            true,
            "runner has received a shutdown signal|lost communication with the server|hosted runner encountered an error"
                    + "|runner system failure|No hosted parallelism"),
    DNS(
            "a name could not be resolved",
            false,
            "Could not resolve host|[Tt]emporary failure in name resolution|\\bENOTFOUND\\b|\\bEAI_AGAIN\\b|UnknownHostException"
                    + "|Name or service not known|: no such host"),
    PROVIDER(
            "a provider answered 429 or 5xx",
            false,
            "429 Too Many Requests|toomanyrequests|(?:HTTP(?:/[\\d.]+)?|[Ss]tatus(?: code)?|code|error|returned)[ :=]{1,3}(?:429|50[0234])\\b"
                    + "|50[234] (?:Bad Gateway|Service Unavailable|Service Temporarily Unavailable|Gateway Time-?out)|rate limit exceeded"),
    REGISTRY(
            "a registry could not be reached",
            false,
            "[Cc]onnection (?:refused|reset|timed out)|\\bECONN(?:REFUSED|RESET)\\b|\\bETIMEDOUT\\b|[Rr]ead timed out|handshake timeout|connect timed out",
            "(?i)artifact|registry|\\bnpm\\b|\\bpip3?\\b|\\bindex\\b|mirror|download|fetch|\\bpull|https?://(?!localhost|127\\.)"),
    PORT_CLASH(
            "a port is taken",
            false,
            "[Aa]ddress already in use|\\bEADDRINUSE\\b|[Pp]ort is already allocated|[Pp]ort \\d{1,5} (?:is|was) already in use");

    private final String cause;
    private final boolean wholeMachine;
    private final Pattern words;
    private final Pattern about;

    InfrastructureSign(String cause, boolean wholeMachine, String words) {
        this(cause, wholeMachine, words, "");
    }

    InfrastructureSign(String cause, boolean wholeMachine, String words, String about) {
        this.cause = cause;
        this.wholeMachine = wholeMachine;
        this.words = Pattern.compile(words);
        this.about = Pattern.compile(about);
    }

    /** The first cause the report's log gives, for people. */
    static Optional<String> in(Report report) {
        return Stream.of(values())
                .filter(sign -> sign.shows(report))
                .map(sign -> sign.cause)
                .findFirst();
    }

    private boolean shows(Report report) {
        String error = report.diagnosis().failure().error();
        boolean everywhere = wholeMachine || !report.diagnosis().codeNamed();
        return (error != null && says(error))
                || (everywhere && report.log().lines().stream().anyMatch(this::says));
    }

    private boolean says(String line) {
        return words.matcher(line).find() && about.matcher(line).find();
    }
}
