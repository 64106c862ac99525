package dev.wakeful.autodev.sandbox;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** No fence at all: a cleared environment and a private home, and the rights of this process. */
final class NoSandbox implements Sandbox {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public boolean isFence() {
        return false;
    }

    @Override
    public ProcessBuilder enclose(Enclosure enclosure, List<String> argv) {
        ProcessBuilder builder =
                new ProcessBuilder(argv).directory(enclosure.place().directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(enclosure.place().environment());
        if (enclosure.downloads() instanceof InetSocketAddress proxy) {
            builder.environment().putAll(ProxySettings.of(proxy.getPort()));
        }
        builder.environment().putAll(enclosure.environment());
        return builder;
    }

    @Override
    public URI inside(URI gateway) {
        return gateway;
    }
}
