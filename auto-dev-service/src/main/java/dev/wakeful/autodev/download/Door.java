package dev.wakeful.autodev.download;

import java.net.SocketAddress;
import java.util.Optional;

/** The way to downloads for one command; closed when the command has ended. */
public sealed interface Door extends AutoCloseable permits NoDoor, OpenDoor {

    /** Where the proxy listens for this command alone: a socket file, or a port where there is no fence; nothing when downloads are off. */
    Optional<SocketAddress> address();

    /** Once it is closed: what was downloaded and refused, in one sentence; nothing when nothing was asked for. */
    Optional<String> summary();

    /** Ends all connections; what they came to is written down when it returns. */
    @Override
    void close();
}
