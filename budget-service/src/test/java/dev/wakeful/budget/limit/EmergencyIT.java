package dev.wakeful.budget.limit;

import static dev.wakeful.budget.Samples.requested;
import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.budget.WholeService;
import dev.wakeful.budget.ledger.Ledger;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.budget.terms.Terms;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent.Funding;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.Money;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.SwarmId;
import dev.wakeful.events.WatchedRepository;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** BUD-1, MODE-4, LIM-1: who may use the reserve, and who more than the day, on a day of its own. */
@WholeService
class EmergencyIT {

    private static final Instant EIGHT = Instant.parse("2027-03-10T08:00:00Z");
    private static final Money TEN = Money.dollars(10);

    @Autowired
    private Ledger ledger;

    @Autowired
    private Terms terms;

    @Autowired
    private LimitChanges limits;

    @Autowired
    private LedgerAudit audit;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    private int swarms;

    @BeforeEach
    @AfterEach
    void disarmed() {
        jdbc.sql("delete from cap").update();
        assertThat(audit.discrepancies()).isEmpty();
    }

    @Test
    void theReserveIsForEmergenciesAndTheArmedCapIsTheirsAlone() {
        assertThat(granted(Funding.AUTOMATIC)).isEqualTo(4);
        assertThat(granted(Funding.APPROVED)).isEqualTo(5);
        assertThat(granted(Funding.AUTOMATIC)).isZero();
        assertThat(used()).isEqualTo(Money.dollars(90));

        assertThat(granted(Funding.EMERGENCY)).isEqualTo(1);
        assertThat(refused(Funding.EMERGENCY)).isEqualTo("day:2027-03-10");
        assertThat(used()).isEqualTo(Money.dollars(100));

        arm(Money.dollars(200));
        assertThat(ask(Funding.EMERGENCY)).isInstanceOf(BudgetEvent.Reserved.class);
        arm(Money.ZERO);
        assertThat(refused(Funding.EMERGENCY)).isEqualTo("day:2027-03-10");

        arm(Money.dollars(200));
        assertThat(granted(Funding.APPROVED) + granted(Funding.AUTOMATIC)).isZero();
        assertThat(granted(Funding.EMERGENCY)).isEqualTo(9);
        assertThat(used()).isEqualTo(Money.dollars(200));
    }

    /** How many of the next requests are granted, until one is not. */
    private int granted(Funding funding) {
        int granted = 0;
        while (ask(funding) instanceof BudgetEvent.Reserved) {
            granted++;
        }
        return granted;
    }

    private String refused(Funding funding) {
        return ((BudgetEvent.Denied) ask(funding)).scope();
    }

    /** Two an hour and one for each repository, so that nothing but the day's parts is in the way. */
    private BudgetEvent ask(Funding funding) {
        int n = swarms++;
        Instant now = EIGHT.plus(Duration.ofMinutes(30).multipliedBy(n % 30));
        SwarmRequested asked = requested(SwarmId.make(Instant.now()), TEN, Duration.ofMinutes(30), funding);
        SwarmRequested request = new SwarmRequested(
                asked.swarm(),
                asked.task(),
                asked.finding(),
                new WatchedRepository(new RepositoryName("acme/shop-" + n), "/src/shop", "main", "make test", null),
                asked.job(),
                asked.revision(),
                asked.branch(),
                null,
                asked.expected(),
                1,
                TEN,
                asked.timeLimit(),
                asked.acceptedAt(),
                funding,
                null);
        return Objects.requireNonNull(new TransactionTemplate(manager)
                .execute(status -> ledger.reserve(terms.request(request, limits.current(), now), now)
                        .orElseThrow()));
    }

    private void arm(Money amount) {
        BudgetEvent answer = new TransactionTemplate(manager)
                .execute(status ->
                        limits.change(new ControlEvent.LimitSet("emergency", amount, "ada", "main is red"), EIGHT));
        assertThat(answer).isInstanceOf(BudgetEvent.LimitChanged.class);
    }

    private Money used() {
        return Money.micros(jdbc.sql("""
                select reserved_micros + spent_micros from account where scope = 'day:2027-03-10'
                """).query(Long.class).single());
    }
}
