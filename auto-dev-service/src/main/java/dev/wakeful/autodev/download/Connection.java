package dev.wakeful.autodev.download;

import dev.wakeful.autodev.download.Fetched.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** One connection from inside: reads one request, looks whether it may be, and passes bytes. Answers with the reason where it may not. */
final class Connection {

    private static final Duration TO_ASK = Duration.ofSeconds(30);
    private static final ByteBuffer ESTABLISHED =
            ByteBuffer.wrap("HTTP/1.1 200 Connection established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

    private final SocketChannel inner;
    private final Account account;
    private final Destinations destinations;
    private final Duration limit;
    private final Clock clock;

    Connection(SocketChannel inner, Account account, Destinations destinations, Duration limit, Clock clock) {
        this.inner = inner;
        this.account = account;
        this.destinations = destinations;
        this.limit = limit;
        this.clock = clock;
    }

    /** What a request and its refusal, if any, came to. */
    record End(Fetched fetched, Optional<Refused.Reason> refused) {}

    End serve() throws InterruptedException {
        String method = "?";
        String target = "?";
        try {
            Request request = request();
            method = request.method();
            target = request.target();
            account.requireRoom();
            try (SocketChannel outer = destinations.reach(request)) {
                return new End(exchange(request, outer), Optional.empty());
            }
        } catch (Refused e) {
            return refused(method, target, e);
        } catch (IOException e) {
            return new End(fetched(method, target, Outcome.CUT, 0, 0, "The connection was lost"), Optional.empty());
        }
    }

    /** Answers without having read what is wanted. */
    End refuse(Refused why) {
        return refused("?", "?", why);
    }

    private End refused(String method, String target, Refused why) {
        answer(why);
        return new End(fetched(method, target, Outcome.REFUSED, 0, 0, why.sentence()), Optional.of(why.reason()));
    }

    private Request request() throws IOException, Refused {
        try (Deadline deadline = Deadline.after(TO_ASK, inner)) {
            Request request = Request.of(RequestHead.read(inner));
            if (deadline.hasPassed()) {
                throw new IOException("closed");
            }
            return request;
        }
    }

    private Fetched exchange(Request request, SocketChannel outer) throws IOException, InterruptedException {
        Exchange exchange = new Exchange(inner, outer, account);
        try (Deadline deadline = Deadline.after(limit, inner, outer)) {
            if (request.tunnel()) {
                inner.write(ESTABLISHED.duplicate());
            }
            exchange.run(request.sent(), request.tunnel());
            String why = deadline.hasPassed()
                    ? "It took too long (" + DownloadProperties.PREFIX + "time-limit)"
                    : exchange.cut();
            return fetched(
                    request.method(),
                    request.target(),
                    why.isEmpty() ? Outcome.FETCHED : Outcome.CUT,
                    exchange.received(),
                    exchange.sent(),
                    why);
        }
    }

    private Fetched fetched(String method, String target, Outcome outcome, long received, long sent, String says) {
        return new Fetched(clock.instant(), method, target, outcome, received, sent, says);
    }

    /** Many tools show nothing but the status line, so the sentence stands there too. */
    private void answer(Refused refused) {
        String sentence = refused.sentence();
        String text = "HTTP/1.1 " + refused.status() + " " + sentence
                + "\r\nContent-Type: text/plain\r\nConnection: close\r\nContent-Length: " + (sentence.length() + 2)
                + "\r\n\r\n" + sentence + ".\n";
        try (Deadline deadline = Deadline.after(TO_ASK, inner)) {
            inner.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            inner.shutdownOutput();
        } catch (IOException gone) {
            // nobody listens any more
        }
    }
}
