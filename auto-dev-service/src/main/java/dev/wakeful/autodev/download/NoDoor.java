package dev.wakeful.autodev.download;

import java.net.SocketAddress;
import java.util.Optional;

/** Downloads are off. */
record NoDoor() implements Door {

    @Override
    public Optional<SocketAddress> address() {
        return Optional.empty();
    }

    @Override
    public Optional<String> summary() {
        return Optional.empty();
    }

    @Override
    public void close() {}
}
