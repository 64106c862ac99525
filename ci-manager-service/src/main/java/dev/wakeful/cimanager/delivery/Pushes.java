package dev.wakeful.cimanager.delivery;

import dev.wakeful.cimanager.repository.WatchedRepositories;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.service.outbox.Outbox;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells that somebody is there when they push to a watched repository (MODE-6), of each person at most every 15 s. */
@Component
class Pushes {

    private static final Duration PAUSE = Duration.ofSeconds(15);

    private final WatchedRepositories repositories;
    private final PushProperties properties;
    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Pushes(WatchedRepositories repositories, PushProperties properties, JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.repositories = repositories;
        this.properties = properties;
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Why it is no sign of life, if it is none. */
    Optional<String> against(Understood.Push push) {
        if (properties.isRobot(push.person())) {
            return Optional.of(push.person() + " is no person, by wakeful.ci-manager.pushes.robots");
        }
        return repositories.named(push.repository()).isPresent()
                ? Optional.empty()
                : Optional.of("nobody watches the repository");
    }

    /** Inside the transaction that records the delivery. */
    void say(Understood.Push push) {
        Instant now = clock.instant();
        boolean due = jdbc.sql("""
                insert into pusher (name, told_at) values (:name, :now)
                on conflict (name) do update set told_at = excluded.told_at where pusher.told_at <= :before
                """)
                        .param("name", push.person())
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(now.minus(PAUSE)))
                        .update()
                == 1;
        if (due) {
            outbox.append(new ControlEvent.PersonSeen(push.person(), push.at(), "push"));
        }
    }
}
