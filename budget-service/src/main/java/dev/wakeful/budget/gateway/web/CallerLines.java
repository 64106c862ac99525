package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.running.CallerLine;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** The connections of callers. */
@Component
class CallerLines implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final CallerLine UNKNOWN = () -> false;

    private volatile @Nullable WatchableProtocol protocol;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchableProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof WatchableProtocol watchable) {
                protocol = watchable;
            }
        });
    }

    /** The connection of a request that has been read to its end. */
    CallerLine of(HttpServletRequest request) {
        WatchableProtocol watchable = protocol;
        return watchable == null
                ? UNKNOWN
                : watchable
                        .connection(request.getRemoteAddr(), request.getRemotePort())
                        .<CallerLine>map(ConnectionLine::new)
                        .orElse(UNKNOWN);
    }
}
