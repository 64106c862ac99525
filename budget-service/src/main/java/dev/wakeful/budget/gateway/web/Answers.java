package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.Tally;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What callers get, with refusals counted. */
@Component
class Answers {

    private final Tally tally;
    private final Clock clock;

    Answers(Tally tally, Clock clock) {
        this.tally = tally;
        this.clock = clock;
    }

    Answering to(HttpServletResponse response) {
        return new Answering(response, tally, clock);
    }
}
