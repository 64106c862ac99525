package dev.wakeful.autodev.download;

import java.nio.channels.SocketChannel;
import java.time.Clock;
import java.time.Duration;

/** What all doors share: where requests may go, for how long, and who counts them. */
final class Proxy {

    private final Destinations destinations;
    private final Duration limit;
    private final Tally tally;
    private final Clock clock;

    Proxy(Destinations destinations, Duration limit, Tally tally, Clock clock) {
        this.destinations = destinations;
        this.limit = limit;
        this.tally = tally;
        this.clock = clock;
    }

    /** Serves one connection to its end, and writes down what became of it. */
    Connection.End serve(SocketChannel inner, Account account) throws InterruptedException {
        Connection connection = new Connection(inner, account, destinations, limit, clock);
        if (!account.enter()) {
            return written(account, connection.refuse(tooMany()));
        }
        try {
            return written(account, connection.serve());
        } finally {
            account.leave();
        }
    }

    private static Refused tooMany() {
        return new Refused(
                503,
                Refused.Reason.LIMIT,
                "This swarm has as many connections as it may (" + DownloadProperties.PREFIX + "most-connections)");
    }

    private Connection.End written(Account account, Connection.End end) {
        account.wrote(end.fetched());
        tally.ended(end);
        return end;
    }
}
