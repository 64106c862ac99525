package dev.wakeful.standalone;

import java.util.stream.IntStream;

/** Ports for one test. */
final class FreePorts {

    private FreePorts() {}

    static int inARow() {
        for (int port = 19420; port < 20420; port += 4) {
            if (IntStream.range(port, port + 4).allMatch(Ports::isFree)) {
                return port;
            }
        }
        throw new IllegalStateException("No four free ports in a row");
    }
}
