package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.provider.Availability;
import dev.wakeful.budget.gateway.provider.Provider;
import dev.wakeful.budget.gateway.provider.Providers;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Outbound;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.budget.gateway.wire.UsageMeter;
import dev.wakeful.budget.price.Rates;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;

/** One call after it was sent: what is booked for it, what its caller gets, and what it says about the provider. */
record Exchange(Request request, Outbound outbound, Rates rates, Hold hold, Caller caller) {

    void take(Providers.Answer answer, Provider provider) throws IOException {
        switch (answer) {
            case Providers.Answer.NotMade notMade -> {
                hold.release();
                throw new CallRefused(notMade.refusal());
            }
            case Providers.Answer.Lost lost -> throw new CallRefused(lost.refusal());
            case Providers.Answer.Begun begun -> {
                if (begun.response().statusCode() / 100 == 2) {
                    passOn(begun.response(), provider);
                } else {
                    passOnError(begun.response(), provider.availability());
                }
            }
        }
    }

    private void passOn(HttpResponse<InputStream> response, Provider provider) throws IOException {
        provider.availability().up();
        Watched from = new Watched(response.body());
        Opened to = new Opened(caller, response);
        Passage passage = new Passage(new UsageMeter(request.format()), rates, hold);
        try (from) {
            if (!streams(response)) {
                passage.whole(from, to);
            } else if (outbound.usageWasAdded()) {
                passage.streamWithoutUsage(from, to);
            } else {
                passage.stream(from, to);
            }
        } catch (IOException e) {
            if (!from.failed()) {
                throw e;
            }
            provider.availability().down(e);
            if (!to.opened()) {
                throw new CallRefused(Refusal.brokenAnswer(provider.name()));
            }
            throw new AnswerBroken(e);
        }
    }

    private static boolean streams(HttpResponse<InputStream> response) {
        return response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    /**
     * Nothing is billed for a call that a provider refuses (4xx), sends elsewhere (3xx) or is too busy for (503, 529). After any other
     * failure nobody knows, so the worst case stays.
     */
    private void passOnError(HttpResponse<InputStream> response, Availability availability) throws IOException {
        int status = response.statusCode();
        if (status < 500 || status == 503 || status == 529) {
            hold.release();
        }
        if (status < 500) {
            availability.up();
        } else {
            availability.down(new IOException("HTTP " + status));
        }
        hold.close();
        try (InputStream from = response.body()) {
            byte[] body = from.readAllBytes();
            OutputStream to = caller.begin(status, response.headers());
            to.write(body);
            to.flush();
        }
    }
}
