package dev.wakeful.autodev.download;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether commands of repositories may download, from where, and how much (DEV-4).
 *
 * @param enabled nothing is reached otherwise: there is no proxy, and nothing inside says so
 * @param hosts what {@link HostRule} says of each; a broken one stops the start
 * @param agents whether coding agents may download too, not only checks, steps and fix commands
 * @param mostConnections of one swarm at the same time
 * @param mostMb what one swarm may receive in all, in MiB
 * @param mostSentMb what one swarm may send in all, in MiB: requests are small
 * @param timeLimit of one connection
 */
@ConfigurationProperties("wakeful.auto-dev.sandbox.downloads")
public record DownloadProperties(
        @DefaultValue("false") boolean enabled,
        @DefaultValue List<String> hosts,
        @DefaultValue("false") boolean agents,
        @DefaultValue("64") int mostConnections,
        @DefaultValue("2048") int mostMb,
        @DefaultValue("32") int mostSentMb,
        @DefaultValue("10m") Duration timeLimit) {

    /** What all keys begin with. */
    static final String PREFIX = "wakeful.auto-dev.sandbox.downloads.";

    static final String HOSTS = PREFIX + "hosts";

    public DownloadProperties {
        hosts = List.copyOf(hosts);
        hosts.forEach(HostRule::parse);
        positive("most-connections", mostConnections);
        positive("most-mb", mostMb);
        positive("most-sent-mb", mostSentMb);
        positive("time-limit", timeLimit.toMillis());
    }

    private static void positive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(PREFIX + key + " must be positive");
        }
    }

    List<HostRule> rules() {
        return hosts.stream().map(HostRule::parse).toList();
    }
}
