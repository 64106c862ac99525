package dev.wakeful.benchmarks.relay;

import java.util.List;

/** One way for events from a committed transaction to a listener. */
interface Route extends AutoCloseable {

    String name();

    Flights flights();

    /** Commits one transaction with one event per id and stamps the moment the commit is acknowledged. */
    void commit(List<String> ids);

    @Override
    void close();
}
