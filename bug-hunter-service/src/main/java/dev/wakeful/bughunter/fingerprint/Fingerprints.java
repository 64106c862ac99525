package dev.wakeful.bughunter.fingerprint;

import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Failure;
import dev.wakeful.events.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Makes the fingerprint of a failure: the first 32 hexadecimal digits of the SHA-256 over repository, job, step, test and normalised
 * error (TRG-16). Independent of revision, branch, attempt and time.
 */
public final class Fingerprints {

    private static final int DIGITS = 32;

    private Fingerprints() {}

    /** Where the log names no error, the CI system's own conclusion stands for it. */
    public static Fingerprint of(BuildEvent.Failed failed, Failure failure) {
        String error = Objects.requireNonNullElse(failure.error(), failed.conclusion());
        String identity = String.join(
                "\n",
                failed.repository().value(),
                failed.job(),
                Objects.requireNonNullElse(failed.step(), ""),
                Objects.requireNonNullElse(failure.test(), ""),
                NormalisedError.of(error).text());
        return new Fingerprint(sha256(identity).substring(0, DIGITS));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
