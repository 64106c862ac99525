package dev.wakeful.autodev.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DEV-4: a name on the list must not lead to this machine or its network. */
class DestinationsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "192.0.2.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::127.0.0.1",
                "fe80::1",
                "fec0::1",
                "fd00::8",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:0:1::1",
                "2001:db8::1"
            })
    void whatIsNotPublicIsRefused(String address) {
        Destinations destinations = new Destinations(List.of(HostRule.parse("mirror.example.org")), host ->
                new InetAddress[] {InetAddress.ofLiteral("93.184.216.34"), InetAddress.ofLiteral(address)});

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> destinations.reach(tunnel("mirror.example.org")))
                .withMessageContaining("mirror.example.org is at")
                .satisfies(refused -> assertThat(refused.status()).isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"93.184.216.34", "172.15.255.255", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "2a00::1"})
    void publicAddressesArePublic(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address))).isTrue();
    }

    /** A name that means another address when it is asked for a second time (DNS rebinding) is not asked for a second time. */
    @Test
    void aNameIsResolvedOnce() {
        AtomicInteger asked = new AtomicInteger();
        Destinations destinations = new Destinations(List.of(HostRule.parse("mirror.example.org")), host -> {
            asked.incrementAndGet();
            return new InetAddress[] {InetAddress.ofLiteral("10.0.0.1")};
        });

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> destinations.reach(tunnel("mirror.example.org")));
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> destinations.reach(tunnel("other.example.org")))
                .withMessageContaining("other.example.org:443")
                .withMessageContaining("wakeful.auto-dev.sandbox.downloads.hosts");
        assertThat(asked).hasValue(1);
    }

    private static Request tunnel(String host) {
        return new Request("CONNECT", true, host, 443, "", ByteBuffer.allocate(0));
    }
}
