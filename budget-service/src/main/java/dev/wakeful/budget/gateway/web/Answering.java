package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.Caller;
import dev.wakeful.budget.gateway.Tally;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.budget.gateway.wire.WireFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over HTTP. */
final class Answering implements Caller {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final HttpServletResponse response;
    private final Tally tally;
    private final Clock clock;

    Answering(HttpServletResponse response, Tally tally, Clock clock) {
        this.response = response;
        this.tally = tally;
        this.clock = clock;
    }

    @Override
    public OutputStream begin(int status, HttpHeaders headers) throws IOException {
        response.setStatus(status);
        for (String name : PassedHeaders.toCaller()) {
            headers.firstValue(name).ifPresent(value -> response.setHeader(name, value));
        }
        return response.getOutputStream();
    }

    void refuse(Refusal refusal, WireFormat format) throws IOException {
        LOG.info("Refused a call to {}: {} {}", format.provider(), refusal.status(), refusal.reason());
        tally.refused(format.provider(), refusal);
        byte[] body = format.error(refusal);
        response.setStatus(refusal.status());
        response.setContentType("application/json");
        response.setContentLength(body.length);
        Instant retryAt = refusal.retryAt();
        if (retryAt != null) {
            long seconds = Duration.between(clock.instant(), retryAt).toSeconds() + 1;
            response.setHeader("Retry-After", Long.toString(Math.max(1, seconds)));
        }
        response.getOutputStream().write(body);
    }
}
