package dev.wakeful.benchmarks.relay;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A service of which only the common parts are left: outbox, relay, inbox; and one handler that takes the time. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(RelayApplication.Hearing.class)
class RelayApplication {

    @Bean
    EntryStamp entryStamp() {
        return new EntryStamp();
    }

    @Bean
    Flights flights() {
        return new Flights();
    }

    /** Takes the time at the handler's entry. */
    static final class Hearing implements dev.wakeful.service.inbox.EventConsumer {

        private final Flights flights;
        private final EntryStamp entry;

        Hearing(Flights flights, EntryStamp entry) {
            this.flights = flights;
            this.entry = entry;
        }

        @dev.wakeful.service.inbox.EventHandler
        void on(dev.wakeful.events.BuildEvent.Failed failed) {
            flights.landed(failed.build().value(), entry.ofThisThread(), System.nanoTime());
        }
    }
}
