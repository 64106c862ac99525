package dev.wakeful.cimanager.web;

import dev.wakeful.cimanager.delivery.Delivery;
import dev.wakeful.cimanager.delivery.Reception;
import dev.wakeful.cimanager.delivery.Verdict;
import dev.wakeful.service.trace.Tracing;
import io.opentelemetry.api.trace.SpanKind;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where GitHub delivers. 202 means that the delivery is durable. */
@RestController
class GitHubWebhook {

    private static final String SOURCE = "github";

    private final SignedBody signed;
    private final Reception reception;
    private final Tracing tracing;
    private final Clock clock;

    GitHubWebhook(SignedBody signed, Reception reception, Tracing tracing, Clock clock) {
        this.signed = signed;
        this.reception = reception;
        this.tracing = tracing;
        this.clock = clock;
    }

    /** What the sender is told. */
    record Answer(String delivery, String verdict) {}

    @PostMapping(
            path = "/webhooks/github",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_FORM_URLENCODED_VALUE})
    ResponseEntity<Answer> deliver(HttpServletRequest request) throws IOException {
        byte[] body = signed.read(SOURCE, request);
        KeptHeaders headers = KeptHeaders.of(request);
        Delivery delivery = new Delivery(
                SOURCE,
                headers.required("X-GitHub-Delivery"),
                headers.required("X-GitHub-Event"),
                headers.values(),
                body,
                clock.instant());
        // a trace of its own: a sender outside must not be able to join another one
        return tracing.spanUnder(
                null,
                "webhook github " + delivery.event(),
                SpanKind.SERVER,
                Map.of("wakeful.delivery", delivery.id()),
                () -> take(delivery));
    }

    private ResponseEntity<Answer> take(Delivery delivery) {
        Reception.Answer answer = reception.take(delivery);
        if (answer.verdict() == Verdict.MALFORMED) {
            throw new Refused(
                    HttpStatus.BAD_REQUEST,
                    "Malformed: " + answer.reason() + "; the delivery is kept in the log as " + delivery.id());
        }
        return ResponseEntity.accepted()
                .body(new Answer(delivery.id(), answer.verdict().word()));
    }
}
