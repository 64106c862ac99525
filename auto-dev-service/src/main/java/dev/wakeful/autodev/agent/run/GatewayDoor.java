package dev.wakeful.autodev.agent.run;

import dev.wakeful.autodev.process.Interrupted;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Looks whether the metering gateway answers before an agent is started: one that finds nobody there spends its own retries on it, a minute and
 * more, while a gateway that was restarted together with this service is up within seconds.
 */
@Component
class GatewayDoor {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int CONNECT_MILLIS = 2_000;

    private final URI gateway;
    private final Clock clock;
    private final Knock knock;
    private final Consumer<Duration> pause;

    /** Tries once to reach the gateway. */
    interface Knock {

        void at(URI gateway) throws IOException;
    }

    @Autowired
    GatewayDoor(AgentProperties properties, Clock clock) {
        this(properties.gateway(), clock, GatewayDoor::connect, GatewayDoor::sleep);
    }

    GatewayDoor(URI gateway, Clock clock, Knock knock, Consumer<Duration> pause) {
        this.gateway = gateway;
        this.clock = clock;
        this.knock = knock;
        this.pause = pause;
    }

    /**
     * Waits until it answers, at most so long.
     *
     * @param meanwhile called several times a second
     * @param says told once, when it has to be waited for
     * @return why there is no use in starting an agent; nothing once it answers
     * @throws Interrupted when this instance is told to stop
     */
    Optional<String> closed(Duration patience, Runnable meanwhile, Consumer<String> says) {
        Instant end = clock.instant().plus(patience);
        boolean said = false;
        while (true) {
            Optional<String> why = knocked();
            if (why.isEmpty()) {
                return why;
            }
            if (!said) {
                says.accept("the gateway at " + gateway + " does not answer yet: " + why.get());
                said = true;
            }
            if (!clock.instant().isBefore(end)) {
                return Optional.of("The gateway at " + gateway + " did not answer for " + patience.toSeconds() + " s: "
                        + why.get());
            }
            meanwhile.run();
            pause.accept(PAUSE);
        }
    }

    private Optional<String> knocked() {
        try {
            knock.at(gateway);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** The way an agent will take. */
    private static void connect(URI gateway) throws IOException {
        int port = gateway.getPort() >= 0 ? gateway.getPort() : "https".equals(gateway.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(gateway.getHost(), port), CONNECT_MILLIS);
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }
}
