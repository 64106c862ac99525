package dev.wakeful.bughunter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.bughunter.finding.Reports;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.Envelope;
import dev.wakeful.events.Failure;
import dev.wakeful.events.FindingEvent;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Duplicates, reordering, crashes and concurrent instances on the real broker and database: TRG-16, STATE-1 */
class FindingsUnderFireIT extends WholeHunter {

    private final BuildEvent.Failed failed = Samples.failed(repository, Samples.BAD, 10);

    @Autowired
    private Reports reports;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void aFailureThatIsDeliveredTwiceIsOneReport() {
        Envelope envelope = sender.send(failed);
        sender.send(failed, envelope);
        settle();

        assertThat(told()).hasSize(1).first().isInstanceOf(FindingEvent.Raised.class);
    }

    @Test
    void aPassThatIsToldBeforeTheFailureOfItsRevisionMakesItFlakyToo() {
        sender.send(Samples.passed(repository, Samples.BAD, 20));
        sender.send(failed);
        settle();

        assertThat(told()).hasSize(1);
        assertThat(raised(failed).classification()).isEqualTo(Failure.Classification.FLAKY);
    }

    @Test
    void aPassFromBeforeTheFailureResolvesNothingWhenItIsToldLate() {
        sender.send(failed);
        sender.send(Samples.passed(repository, Samples.GOOD, 5));
        settle();

        assertThat(told()).hasSize(1);
    }

    @Test
    void aFailureThatIsToldAfterThePassThatEndedItRaisesNothing() {
        sender.send(Samples.passed(repository, Samples.NEXT, 20));
        sender.send(failed);
        settle();

        assertThat(told()).isEmpty();
    }

    @Test
    void aCrashAtTheLastStepLosesAndDoublesNothing() {
        jdbc.sql("create sequence crash").update();
        jdbc.sql("""
                create function crash() returns trigger language plpgsql as $$
                begin
                    if nextval('crash') <= 2 then
                        raise exception 'told to fail';
                    end if;
                    return new;
                end
                $$
                """).update();
        jdbc.sql("create trigger crash before insert on job_run for each row execute function crash()")
                .update();

        sender.send(failed);
        raised(failed);
        jdbc.sql("drop function crash cascade").update();
        settle();

        assertThat(told()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from job_run where repository = :repository")
                        .param("repository", repository.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** However many instances report the same failure at once. */
    @Test
    void concurrentReportsAreOneFindingAndEveryOneIsCounted() {
        int many = 16;
        try (ExecutorService instances = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, many)
                    .mapToObj(minute -> Samples.failed(repository, Samples.BAD, minute))
                    .forEach(report ->
                            instances.submit(() -> transactions.executeWithoutResult(status -> reports.take(report))));
        }

        assertThat(jdbc.sql("select reports from finding where repository = :repository")
                        .param("repository", repository.value())
                        .query(Integer.class)
                        .list())
                .containsExactly(many);
    }

    @Test
    void theHistoryOfAJobIsBounded() {
        IntStream.range(0, 130)
                .forEach(minute -> transactions.executeWithoutResult(
                        status -> reports.take(Samples.failed(repository, Samples.BAD, minute))));

        assertThat(jdbc.sql("select count(*) from job_run where repository = :repository and at >= :oldest")
                        .param("repository", repository.value())
                        .param("oldest", java.sql.Timestamp.from(Samples.at(30)))
                        .query(Integer.class)
                        .single())
                .isEqualTo(100);
        assertThat(jdbc.sql("select count(*) from job_run where repository = :repository")
                        .param("repository", repository.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(100);
    }
}
