package dev.wakeful.autodev.sandbox;

import dev.wakeful.autodev.process.Place;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process inside sees and may use.
 *
 * @param place its directory, home and temporary directory, all writable; and its mark
 * @param readable what else of the host it may read, under the same paths: borrowed Git objects, the agent's installation
 * @param environment added to the place's own
 * @param gateway the one address it may reach; absent: no network at all
 * @param downloads where the proxy for downloads listens for it; absent: it may not download
 */
public record Enclosure(
        Place place,
        List<Path> readable,
        Map<String, String> environment,
        @Nullable URI gateway,
        @Nullable SocketAddress downloads) {

    /** Without downloads. */
    public Enclosure(Place place, List<Path> readable, Map<String, String> environment, @Nullable URI gateway) {
        this(place, readable, environment, gateway, null);
    }

    public Enclosure {
        readable = List.copyOf(readable);
        environment = Map.copyOf(environment);
    }
}
