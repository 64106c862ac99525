package dev.wakeful.autodev.download;

import dev.wakeful.autodev.download.Refused.Reason;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;

/**
 * Where requests may go. A name is resolved once, here, and the connection goes to the very address that was looked at: a name that means
 * something else a moment later changes nothing.
 */
final class Destinations {

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    private final List<HostRule> rules;
    private final Names names;

    /** How names become addresses. */
    interface Names {

        InetAddress[] of(String host) throws UnknownHostException;
    }

    Destinations(List<HostRule> rules, Names names) {
        this.rules = List.copyOf(rules);
        this.names = names;
    }

    SocketChannel reach(Request request) throws Refused {
        HostRule rule =
                rules.stream().filter(each -> each.allows(request)).findFirst().orElseThrow(() -> notListed(request));
        InetAddress[] addresses = addresses(request);
        for (InetAddress address : addresses) {
            if (!rule.internal() && !PublicAddress.is(address)) {
                throw new Refused(
                        403,
                        Reason.PRIVATE_ADDRESS,
                        request.host() + " is at " + address.getHostAddress()
                                + ", which is no public address; write 'private' behind it where that is meant ("
                                + DownloadProperties.HOSTS + ")");
            }
        }
        return connected(request, addresses);
    }

    private static Refused notListed(Request request) {
        return new Refused(
                403,
                Reason.NOT_LISTED,
                request.host() + ":" + request.port() + (request.tunnel() ? "" : " by plain HTTP")
                        + " is not on the list of what may be downloaded from (" + DownloadProperties.HOSTS + ")");
    }

    private InetAddress[] addresses(Request request) throws Refused {
        try {
            return names.of(request.host());
        } catch (UnknownHostException e) {
            throw new Refused(502, Reason.UNREACHABLE, request.host() + " has no address");
        }
    }

    private static SocketChannel connected(Request request, InetAddress[] addresses) throws Refused {
        for (InetAddress address : addresses) {
            try {
                return connected(new InetSocketAddress(address, request.port()));
            } catch (IOException e) {
                // the next one
            }
        }
        throw new Refused(502, Reason.UNREACHABLE, request.host() + ":" + request.port() + " cannot be reached");
    }

    private static SocketChannel connected(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.socket().connect(address, (int) TO_CONNECT.toMillis());
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }
}
