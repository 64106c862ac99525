package dev.wakeful.cimanager.web;

import dev.wakeful.cimanager.delivery.Refusals;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Reads bodies: bounded first, then verified over the raw bytes, before anything looks into them. */
@Component
class SignedBody {

    /** GitHub sends at most 25 MB. */
    static final int MOST_BYTES = 26_214_400;

    private static final Logger LOG = LoggerFactory.getLogger(SignedBody.class);

    private final Secrets secrets;
    private final Refusals refusals;

    SignedBody(Secrets secrets, Refusals refusals) {
        this.secrets = secrets;
        this.refusals = refusals;
    }

    /** @throws Refused with 413 when it is too large, with 401 and without detail when it is not signed */
    byte[] read(String source, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw tooLarge();
        }
        String signature = request.getHeader("X-Hub-Signature-256");
        if (signature == null) {
            throw unsigned(source, "signature missing");
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw tooLarge();
        }
        if (!secrets.signed(body, signature)) {
            throw unsigned(source, "signature wrong");
        }
        return body;
    }

    private static Refused tooLarge() {
        return new Refused(HttpStatus.CONTENT_TOO_LARGE, "The body has more than " + MOST_BYTES + " bytes; send less");
    }

    /** The answer does not depend on whether the refusal could be counted. */
    private Refused unsigned(String source, String reason) {
        try {
            refusals.count(source, reason);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("A refusal could not be counted source={} reason={}: {}", source, reason, e.getMessage());
        }
        return new Refused(HttpStatus.UNAUTHORIZED, "");
    }
}
