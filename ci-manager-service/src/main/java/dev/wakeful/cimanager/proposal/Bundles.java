package dev.wakeful.cimanager.proposal;

import dev.wakeful.cimanager.CiManagerProperties;
import dev.wakeful.cimanager.forge.ChangeRefused;
import dev.wakeful.events.SwarmEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.stereotype.Component;

/** Fetches bundles by address: from allowed hosts only, without redirects, bounded in size and time, checked against their digest. */
@Component
class Bundles {

    static final long MOST_BYTES = 256L * 1024 * 1024;
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Set<String> hosts;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Bundles(CiManagerProperties properties) {
        this.hosts = new HashSet<>(Set.of("127.0.0.1", "localhost"));
        this.hosts.addAll(properties.artefactHosts());
    }

    /**
     * Writes the bundle into the file. Any exception but {@link ChangeRefused} is transient.
     *
     * @throws ChangeRefused when it may not be fetched, or is not what was announced
     */
    void fetch(SwarmEvent.Bundle bundle, Path file) {
        URI address = bundle.address();
        if (!"http".equals(address.getScheme()) || address.getHost() == null || !hosts.contains(address.getHost())) {
            throw new ChangeRefused("The bundle's address " + address
                    + " is not allowed: add its host to wakeful.ci-manager.artefact-hosts");
        }
        if (bundle.bytes() < 1 || bundle.bytes() > MOST_BYTES) {
            throw new ChangeRefused(
                    "The bundle has " + bundle.bytes() + " bytes; at most " + MOST_BYTES + " are taken");
        }
        download(address, file);
        if (!isAnnounced(file, bundle)) {
            throw new ChangeRefused("The bundle is not the one that was announced: its size or SHA-256 differs");
        }
    }

    private void download(URI address, Path file) {
        HttpRequest request = HttpRequest.newBuilder(address).build();
        CompletableFuture<Integer> status =
                http.sendAsync(request, into(file)).thenApply(answer -> answer.statusCode());
        try {
            if (status.get(LIMIT.toSeconds(), TimeUnit.SECONDS) != 200) {
                throw new IllegalStateException("The artefact server answered " + status.join() + " for " + address);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The bundle could not be fetched from " + address, e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("The bundle did not arrive from " + address + " within " + LIMIT, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Fetching the bundle was interrupted", e);
        } finally {
            status.cancel(true);
        }
    }

    private static BodyHandler<Path> into(Path file) {
        return BodyHandlers.limiting(
                answer -> answer.statusCode() == 200 ? BodySubscribers.ofFile(file) : BodySubscribers.replacing(file),
                MOST_BYTES);
    }

    private static boolean isAnnounced(Path file, SwarmEvent.Bundle bundle) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            long bytes = digesting.transferTo(OutputStream.nullOutputStream());
            String sha256 =
                    HexFormat.of().formatHex(digesting.getMessageDigest().digest());
            return bytes == bundle.bytes() && sha256.equalsIgnoreCase(bundle.sha256());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("The fetched bundle could not be read", e);
        }
    }
}
