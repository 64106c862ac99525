package dev.wakeful.autodev.download;

import dev.wakeful.autodev.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Opens the way to downloads for commands, where it is allowed: a door for each, and one account for each swarm. */
@Component
public class Downloads implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Downloads.class);

    private final DownloadProperties properties;
    private final boolean fenced;
    private final Proxy proxy;
    private final Map<Path, Shared> accounts = new ConcurrentHashMap<>();
    private final Set<OpenDoor> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger next = new AtomicInteger();
    private @Nullable Path directory;

    @Autowired
    Downloads(DownloadProperties properties, Sandbox sandbox, Tally tally, Clock clock) {
        this(properties, sandbox, tally, clock, InetAddress::getAllByName);
    }

    Downloads(DownloadProperties properties, Sandbox sandbox, Tally tally, Clock clock, Destinations.Names names) {
        this.properties = properties;
        this.fenced = sandbox.isFence();
        this.proxy = new Proxy(new Destinations(properties.rules(), names), properties.timeLimit(), tally, clock);
        if (properties.enabled()) {
            LOG.info("Commands of repositories may download from {}", properties.hosts());
            if (!fenced) {
                LOG.warn("Without a sandbox the list of hosts is told to commands, and nothing holds them to it"
                        + " (wakeful.auto-dev.sandbox.kind=none)");
            }
        }
    }

    /** How many doors of a swarm are open. */
    private record Shared(Account account, int doors) {}

    /** In words: {@code off}, or {@code on, from …}. */
    public String words() {
        return properties.enabled() ? "on, from " + String.join(", ", properties.hosts()) : "off";
    }

    public boolean areOn() {
        return properties.enabled();
    }

    /** Whether coding agents may download as well. */
    public boolean areOnForAgents() {
        return properties.enabled() && properties.agents();
    }

    /**
     * For one command of a repository.
     *
     * @param journal where all that the swarm downloads is written down; commands with the same one share what they may
     */
    public Door forCommand(Path journal) {
        return properties.enabled() ? open(journal) : new NoDoor();
    }

    /** For one run of a coding agent, which may download only where that is said besides. */
    public Door forAgent(Path journal) {
        return areOnForAgents() ? open(journal) : new NoDoor();
    }

    private Door open(Path journal) {
        Account account = accounts.compute(
                        journal,
                        (key, shared) -> shared == null
                                ? new Shared(new Account(new Journal(key), properties), 1)
                                : new Shared(shared.account(), shared.doors() + 1))
                .account();
        try {
            OpenDoor door = fenced
                    ? OpenDoor.onFile(socket(), proxy, account, closed -> closed(journal, closed))
                    : OpenDoor.onPort(proxy, account, closed -> closed(journal, closed));
            open.add(door);
            return door;
        } catch (UncheckedIOException e) {
            release(journal);
            throw e;
        }
    }

    private void closed(Path journal, OpenDoor door) {
        if (open.remove(door)) {
            release(journal);
            door.summary().ifPresent(words -> LOG.info("{} (all of it: {})", words, journal));
        }
    }

    private void release(Path journal) {
        accounts.computeIfPresent(
                journal,
                (key, shared) -> shared.doors() == 1 ? null : new Shared(shared.account(), shared.doors() - 1));
    }

    /** In a directory that only this user can enter; paths of sockets must be short. */
    private synchronized UnixDomainSocketAddress socket() {
        try {
            Path own = directory == null ? Files.createTempDirectory("wakeful") : directory;
            directory = own;
            return UnixDomainSocketAddress.of(own.resolve(next.incrementAndGet() + ".sock"));
        } catch (IOException e) {
            throw new UncheckedIOException("No way to downloads could be opened", e);
        }
    }

    @Override
    public void destroy() throws IOException {
        List.copyOf(open).forEach(OpenDoor::close);
        if (directory != null) {
            Files.deleteIfExists(directory);
        }
    }
}
