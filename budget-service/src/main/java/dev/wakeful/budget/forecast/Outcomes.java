package dev.wakeful.budget.forecast;

import dev.wakeful.events.BudgetEvent.Expected;
import dev.wakeful.events.Failure;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What swarms like one cost and took (BUD-7, LEARN-1): those of the same class with the same means; where too few of them have ended to tell nine
 * in ten, those of a wider class, down to the kind of failure alone.
 */
@Repository
class Outcomes {

    /** With fewer the ninth in ten is a guess. */
    static final int ENOUGH = 8;

    /** So many of the newest count: means, prices and code change. */
    private static final int LAST = 200;

    private final JdbcClient jdbc;

    Outcomes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the newest swarm of the class was meant to use, which is what the next one will use unless the operator changes it. */
    Optional<Means> means(RepositoryName repository, Failure.Kind kind) {
        return jdbc.sql("""
                select means, words from forecast where kind = :kind and told_means
                order by repository = :repository desc, ended_at desc nulls last, swarm limit 1
                """)
                .param("kind", kind.name())
                .param("repository", repository.value())
                .query((row, number) -> new Means(row.getString("means"), row.getString("words")))
                .optional();
    }

    /** Nothing where too few have ended. */
    Optional<Expected> expected(RepositoryName repository, Failure.Kind kind, Optional<Means> means) {
        String on = " on " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + "s";
        String here = " in " + repository.value();
        Stream<Candidate> narrow = means.stream()
                .flatMap(known -> Stream.of(
                        new Candidate(repository.value(), known.key(), " of " + known.words() + on + here),
                        new Candidate("", known.key(), " of " + known.words() + on)));
        Stream<Candidate> wide = Stream.of(new Candidate(repository.value(), "", on + here), new Candidate("", "", on));
        return Stream.concat(narrow, wide)
                .flatMap(candidate -> of(candidate, kind).stream())
                .findFirst();
    }

    /**
     * A class of swarms.
     *
     * @param repository empty: all
     * @param means empty: all
     */
    private record Candidate(String repository, String means, String words) {}

    private Optional<Expected> of(Candidate wanted, Failure.Kind kind) {
        return jdbc.sql("""
                with outcome as (
                    select spent_micros, 1000 * extract(epoch from ended_at - coalesce(started_at, ended_at)) as took
                    from forecast
                    where told and kind = :kind and (:repository = '' or repository = :repository) and (:means = '' or means = :means)
                    order by ended_at desc, swarm limit :last
                )
                select count(*) as n,
                    percentile_disc(0.5) within group (order by spent_micros) as p50,
                    percentile_disc(0.9) within group (order by spent_micros) as p90,
                    percentile_disc(0.5) within group (order by took) as time50,
                    percentile_disc(0.9) within group (order by took) as time90
                from outcome
                having count(*) >= :enough
                """)
                .param("kind", kind.name())
                .param("repository", wanted.repository())
                .param("means", wanted.means())
                .param("last", LAST)
                .param("enough", ENOUGH)
                .query((row, number) -> new Expected(
                        Money.micros(row.getLong("p50")),
                        Money.micros(row.getLong("p90")),
                        Duration.ofMillis(Math.max(0, row.getLong("time50"))),
                        Duration.ofMillis(Math.max(0, row.getLong("time90"))),
                        row.getInt("n"),
                        row.getInt("n") + " outcomes" + wanted.words()))
                .optional();
    }
}
