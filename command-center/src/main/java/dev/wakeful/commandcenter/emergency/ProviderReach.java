package dev.wakeful.commandcenter.emergency;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which providers of models can be reached; the newest word counts, in whichever order they come. */
@Repository
class ProviderReach {

    private final JdbcClient jdbc;

    ProviderReach(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lost(String provider, Instant since) {
        note(provider, "lost_since", since);
    }

    void back(String provider, Instant since) {
        note(provider, "back_since", since);
    }

    private void note(String provider, String column, Instant since) {
        jdbc.sql("""
                insert into provider_reach (provider, %1$s) values (:provider, :since)
                on conflict (provider) do update set %1$s = greatest(provider_reach.%1$s, excluded.%1$s)
                """.formatted(column))
                .param("provider", provider)
                .param("since", Timestamp.from(since))
                .update();
    }

    /** Since when it is lost; nothing while it answers. */
    Optional<Instant> lostSince(String provider) {
        return jdbc.sql("""
                select lost_since from provider_reach
                where provider = :provider and lost_since is not null and (back_since is null or back_since < lost_since)
                """)
                .param("provider", provider)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }
}
