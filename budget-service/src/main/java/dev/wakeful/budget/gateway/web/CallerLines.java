package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.running.CallerLine;
import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.running.RunningCalls;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Begins calls, each with the connection to its caller. */
@Component
class CallerLines implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final CallerLine UNKNOWN = () -> false;

    private final RunningCalls running;
    private volatile @Nullable WatchableProtocol protocol;

    CallerLines(RunningCalls running) {
        this.running = running;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(WatchableProtocol.class.getName());
        factory.addConnectorCustomizers(connector -> {
            if (connector.getProtocolHandler() instanceof WatchableProtocol watchable) {
                protocol = watchable;
            }
        });
    }

    /** A call whose request has been read to its end. */
    RunningCall begin(HttpServletRequest request) {
        return running.begin(line(request));
    }

    private CallerLine line(HttpServletRequest request) {
        WatchableProtocol watchable = protocol;
        return watchable == null
                ? UNKNOWN
                : watchable
                        .connection(request.getRemoteAddr(), request.getRemotePort())
                        .<CallerLine>map(ConnectionLine::new)
                        .orElse(UNKNOWN);
    }
}
