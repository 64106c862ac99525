package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.provider.Availability;
import dev.wakeful.budget.gateway.provider.Provider;
import dev.wakeful.budget.gateway.provider.Providers;
import dev.wakeful.budget.gateway.provider.Reply;
import dev.wakeful.budget.gateway.running.End;
import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;

/** One call after it was sent: what is booked for it, what its caller gets, and what it says about the provider. */
record Exchange(Passage passage, Hold hold, Caller caller, RunningCall running) {

    private static final int MOST_ERROR_BYTES = 1024 * 1024;

    void take(Providers.Answer answer, Provider provider, boolean withoutUsage) throws IOException {
        switch (answer) {
            case Providers.Answer.NotMade notMade -> {
                hold.release();
                throw new CallRefused(notMade.refusal());
            }
            case Providers.Answer.Lost lost -> {
                hold.unknown("answer-lost");
                throw new CallRefused(lost.refusal());
            }
            case Providers.Answer.Ended ended ->
                throw ended(provider, false, new IOException("Ended before any answer"));
            case Providers.Answer.Begun begun -> {
                if (begun.reply().status() / 100 == 2) {
                    passOn(begun.reply(), provider, withoutUsage);
                } else {
                    passOnError(begun.reply(), provider);
                }
            }
        }
    }

    private void passOn(Reply reply, Provider provider, boolean withoutUsage) throws IOException {
        provider.availability().up();
        Watched from = new Watched(reply, running);
        Opened to = new Opened(caller, reply);
        try (from) {
            if (!streams(reply)) {
                passage.whole(from, to);
            } else if (withoutUsage) {
                passage.streamWithoutUsage(from, to);
            } else {
                passage.stream(from, to);
            }
        } catch (IOException e) {
            if (!from.failed()) {
                hold.unknown("caller-gone");
                throw new CallerGone(e);
            }
            throw ended(provider, to.opened(), e);
        }
    }

    /** What its caller is told of an answer that did not end by itself; as an exception to throw. */
    private IOException ended(Provider provider, boolean opened, IOException cause) {
        Optional<End> end = running.ended();
        hold.unknown(end.map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .orElse("answer-broken"));
        if (end.isEmpty() || end.get() == End.STALLED) {
            provider.availability().down(cause);
        }
        if (end.filter(End.CALLER_GONE::equals).isPresent()) {
            return new CallerGone(cause);
        }
        if (opened) {
            return new AnswerBroken(cause);
        }
        throw new CallRefused(
                end.map(why -> refusal(why, provider.name())).orElseGet(() -> Refusal.brokenAnswer(provider.name())));
    }

    private static Refusal refusal(End why, String provider) {
        return switch (why) {
            case STALLED -> Refusal.stalled(provider);
            case TOO_LONG -> Refusal.tooLong(provider);
            case STOPPED, CALLER_GONE -> Refusal.stopped();
        };
    }

    private static boolean streams(Reply reply) {
        return reply.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
    }

    /**
     * Nothing is billed for a call that a provider refuses (4xx), sends elsewhere (3xx) or is too busy for (503, 529). After any other
     * failure nobody knows, so the worst case stays.
     */
    private void passOnError(Reply reply, Provider provider) throws IOException {
        Availability availability = provider.availability();
        int status = reply.status();
        if (status < 500 || status == 503 || status == 529) {
            hold.release();
        }
        if (status < 500) {
            availability.up();
        } else {
            availability.down(new IOException("HTTP " + status));
        }
        hold.unknown("provider-failed");
        hold.close();
        Watched from = new Watched(reply, running);
        try (from) {
            byte[] body = error(from, provider);
            OutputStream to = caller.begin(status, reply.headers());
            to.write(body);
            to.flush();
        }
    }

    private byte[] error(Watched from, Provider provider) throws IOException {
        try {
            return from.readNBytes(MOST_ERROR_BYTES);
        } catch (IOException e) {
            throw ended(provider, false, e);
        }
    }
}
