package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Bodies of at most 32 MB, which is the most a provider takes. */
final class BoundedBody {

    static final int MOST_BYTES = 32 * 1024 * 1024;

    private BoundedBody() {}

    /** @throws CallRefused with 413 */
    static byte[] read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            throw new CallRefused(Refusal.tooLarge(MOST_BYTES));
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new CallRefused(Refusal.tooLarge(MOST_BYTES));
        }
        return body;
    }
}
