package dev.wakeful.budget.gateway.web;

import java.util.Optional;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's HTTP, with a way from a request to its connection: a server that only writes learns too late that its caller has gone away. Made
 * by Tomcat by its name.
 */
public final class WatchableProtocol extends Http11NioProtocol {

    Optional<SocketWrapperBase<NioChannel>> connection(String remoteAddress, int remotePort) {
        return getEndpoint().getConnections().stream()
                .filter(each -> each.getRemotePort() == remotePort && remoteAddress.equals(each.getRemoteAddr()))
                .findFirst();
    }
}
