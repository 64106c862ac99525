package dev.wakeful.standalone;

/** Ports for one test. */
final class FreePorts {

    private FreePorts() {}

    static int inARow() {
        for (int port = 19420; port < 20420; port += 3) {
            if (Ports.isFree(port) && Ports.isFree(port + 1) && Ports.isFree(port + 2)) {
                return port;
            }
        }
        throw new IllegalStateException("No three free ports in a row");
    }
}
