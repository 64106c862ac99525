package dev.wakeful.budget.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.events.LineageId;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.Provenance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is not plain is left alone without a trace, however much of the batch is (BUD-2, BUD-3). */
class PlainOrdersIT {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2026-11-21T00:00:00Z");
    private static final Origin ORIGIN = new Origin(new Provenance(new LineageId("lineage-plain"), null), null);

    private final List<String> told = new ArrayList<>();
    private final TestLedger ledger = TestLedger.on(TestLedger.freshSchema(), 1);
    private final PlainOrders plain = new PlainOrders(
            ledger.jdbc(),
            (scope, before, after, now) -> told.add(scope.name() + " " + before.micros() + "→" + after.micros()));
    private final SwarmId swarm = SwarmId.make(NOW);

    @BeforeEach
    void fundASwarmWithOneCall() {
        ledger.fund(swarm, Money.micros(100));
        ledger.calls().reserve(swarm, "first", Money.micros(10));
    }

    @AfterEach
    void theJournalSumsUpToTheBalances() {
        assertThat(ledger.audit().discrepancies()).isEmpty();
        ledger.close();
    }

    @Test
    void callsThatFitTogetherAreHeldTogether() {
        assertThat(plain.hold(List.of(hold("a", 40), hold("b", 50)), NOW)).isTrue();
        assertThat(calls()).containsExactly(100L, 0L, 0L);
        assertThat(plain.resolve(List.of(resolve("a", 15), resolve("b", 0), resolve("first", 10)), NOW))
                .isTrue();
        assertThat(calls()).containsExactly(0L, 25L, 0L);
    }

    @Test
    void callsThatDoNotFitTogetherAreNotHeldAtAll() {
        assertThat(plain.hold(List.of(hold("a", 40), hold("b", 51)), NOW)).isFalse();
        assertThat(plain.hold(List.of(hold("a", 40), hold("first", 1)), NOW)).isFalse();
        assertThat(plain.hold(List.of(hold("a", 40), new Order.Hold(SwarmId.make(NOW), "b", Money.ZERO)), NOW))
                .isFalse();
        assertThat(calls()).containsExactly(10L, 0L, 0L);
    }

    /** BUD-8 */
    @Test
    void aSwarmThatWasStoppedOrHasEndedGetsNoCall() {
        ledger.transactions().execute(status -> ledger.ledger().stopCalls(swarm, NOW));
        assertThat(plain.hold(List.of(hold("a", 1)), NOW)).isFalse();
        ledger.transactions()
                .execute(status -> ledger.ledger().end(new SwarmEnd(swarm, Money.ZERO, List.of(), "done"), NOW));
        assertThat(plain.hold(List.of(hold("a", 1)), NOW)).isFalse();
        assertThat(plain.resolve(List.of(resolve("first", 1)), NOW)).isFalse();
    }

    @Test
    void whatIsUnknownResolvedOrTooDearIsNotResolvedNorIsAnythingWithIt() {
        plain.hold(List.of(hold("a", 40)), NOW);
        assertThat(plain.resolve(List.of(resolve("a", 1), resolve("nobody", 1)), NOW))
                .isFalse();
        assertThat(plain.resolve(List.of(resolve("a", 1), resolve("first", 11)), NOW))
                .isFalse();
        assertThat(calls()).containsExactly(50L, 0L, 0L);
        assertThat(plain.resolve(List.of(resolve("a", 1)), NOW)).isTrue();
        assertThat(plain.resolve(List.of(resolve("a", 1)), NOW)).isFalse();
    }

    @Test
    void swarmsThatFitTogetherGetTheirMoneyTogetherAndTheRiseIsTold() {
        assertThat(reserve(request("one", 10, "open", 100), request("two", 10, "open", 100)))
                .isFalse();
        open("open", 100);
        assertThat(reserve(request("one", 10, "open", 100), request("two", 20, "open", 90)))
                .isTrue();
        assertThat(told).containsExactly("open 0→30");
        assertThat(ledger.balance("open")).containsExactly(30L, 0L, 0L);
    }

    @Test
    void swarmsThatMayNotFitGetNothingHere() {
        open("open", 100);
        assertThat(reserve(request("one", 60, "open", 100), request("two", 41, "open", 100)))
                .isFalse();
        assertThat(reserve(request("one", 60, "open", 100), request("two", 1, "open", 60)))
                .isFalse();
        assertThat(reserve(request("opener", 1, "open", 100), request("two", 1, "open", 100)))
                .isFalse();
        assertThat(told).isEmpty();
        assertThat(ledger.balance("open")).containsExactly(0L, 0L, 0L);
    }

    /** BUD-5: close to where it pauses, each is decided by itself. */
    @Test
    void nothingIsPlainWhereAScopeIsAboutToPause() {
        open("open", 100);
        Scope pausing = scope("open", 100).pausingFrom(90);
        assertThat(pausing.ceiling()).isEqualTo(Money.micros(89));
        assertThat(reserve(request("one", 90, pausing))).isFalse();
        assertThat(reserve(request("one", 89, pausing))).isTrue();
    }

    private boolean reserve(Order.Reserve... requests) {
        return Boolean.TRUE.equals(ledger.transactions()
                .execute(status -> plain.reserve(Stream.of(requests).toList(), NOW)));
    }

    /** Somebody had money in it, and has returned it. */
    private void open(String account, long limit) {
        ledger.writer().reserve(request("opener", 5, account, limit).request());
        ledger.transactions()
                .execute(status ->
                        ledger.ledger().end(new SwarmEnd(new SwarmId("opener"), Money.ZERO, List.of(), "done"), NOW));
    }

    private List<Long> calls() {
        return ledger.balance("calls:" + swarm);
    }

    private Order.Hold hold(String call, long micros) {
        return new Order.Hold(swarm, call, Money.micros(micros));
    }

    private static Order.Resolve resolve(String call, long micros) {
        return new Order.Resolve(call, Money.micros(micros));
    }

    private static Order.Reserve request(String swarm, long micros, String account, long limit) {
        return request(swarm, micros, scope(account, limit));
    }

    private static Order.Reserve request(String swarm, long micros, Scope scope) {
        return new Order.Reserve(
                new ReservationRequest(new SwarmId(swarm), Money.micros(micros), List.of(scope), TOMORROW), ORIGIN);
    }

    private static Scope scope(String account, long limit) {
        return new Scope(account, Money.micros(limit), TOMORROW, Scope.NEVER);
    }
}
