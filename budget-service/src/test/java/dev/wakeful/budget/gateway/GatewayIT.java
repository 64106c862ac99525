package dev.wakeful.budget.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.wakeful.budget.Samples;
import dev.wakeful.budget.funding.Funding;
import dev.wakeful.budget.gateway.running.RunningCalls;
import dev.wakeful.budget.ledger.CallLedger;
import dev.wakeful.budget.ledger.LedgerAudit;
import dev.wakeful.budget.price.Rates;
import dev.wakeful.budget.price.TokenUsage;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.token.SwarmToken;
import dev.wakeful.service.token.SwarmTokens;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TickingClock;
import dev.wakeful.testing.provider.FakeProvider;
import dev.wakeful.testing.provider.Received;
import dev.wakeful.testing.provider.Reply;
import dev.wakeful.testing.provider.Used;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The gateway between real HTTP clients and a provider with the real wire formats, on the real ledger. */
@GatewayService
class GatewayIT {

    private static final Rates RATES = new Rates(3_000_000, 15_000_000, 300_000, 3_750_001, 1_000, 100_000);
    private static final Used USED = new Used(11, 1_000, 0, 7);
    private static final long EPOCH = 1_000;
    private static final Duration LIFE = Duration.ofHours(1);

    @LocalServerPort
    private int port;

    @Autowired
    private FakeProvider provider;

    @Autowired
    private TickingClock clock;

    @Autowired
    private SwarmTokens tokens;

    @Autowired
    private CallLedger ledger;

    @Autowired
    private RunningCalls running;

    @Autowired
    private MeterRegistry meters;

    @Autowired
    private Funding funding;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LedgerAudit audit;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<SwarmId> funded = new ArrayList<>();
    private SwarmId swarm = SwarmId.make(Instant.now());
    private String token = "";

    @BeforeEach
    void fundASwarm() {
        provider.forget();
        provider.answer(Reply.whole(USED));
        fund(Money.dollars(1));
    }

    @AfterEach
    void theJournalSumsUpToTheBalances() {
        assertThat(audit.discrepancies()).isEmpty();
        // whatever was parked or broken is tried again, and found well
        clock.tick(Duration.ofSeconds(200));
        provider.answer(Reply.whole(USED));
        fund(Money.dollars(1));
        for (Api api : Api.values()) {
            assertThat(post(api, false).statusCode()).isEqualTo(200);
        }
        // all tests share a day
        funded.forEach(this::end);
    }

    static Stream<Arguments> everyApiBothWays() {
        return Stream.of(Api.values())
                .flatMap(api -> Stream.of(true, false).map(streaming -> Arguments.of(api, streaming)));
    }

    /** BUD-4 */
    @ParameterizedTest
    @MethodSource("everyApiBothWays")
    void bytesPassUnchangedAndTheCallCostsWhatWasUsed(Api api, boolean streaming) {
        HttpResponse<String> answer = post(api, streaming);

        String path = api.path(streaming).replace("?alt=sse", "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo(FakeProvider.text(
                        new Received(path, "", Map.of(), api.body(streaming)), (Reply.Answer) Reply.whole(USED)));
        assertThat(provider.received().getFirst().path()).isEqualTo(path);
        if (api != Api.CHAT || !streaming) {
            assertThat(provider.received().getFirst().body()).isEqualTo(api.body(streaming));
        }
        assertThat(spent()).isEqualTo(cost(USED));
    }

    /** The key stays here, the token stays here. */
    @ParameterizedTest
    @EnumSource
    void theProviderSeesTheKeyAndNoTokenAndTheCallerNoKey(Api api) {
        HttpResponse<String> answer = post(api, true, "Cookie", "session=1", "X-Forwarded-For", "10.0.0.1");

        Received received = provider.received().getFirst();
        assertThat(received.headers().get(api.keyHeader.toLowerCase(java.util.Locale.ROOT)))
                .containsExactly(api.keyValue(GatewayService.KEY));
        assertThat(received.headers()).doesNotContainKeys("cookie", "x-forwarded-for");
        assertThat(received.toString()).doesNotContain(token);
        assertThat(answer.body() + answer.headers().map()).doesNotContain(GatewayService.KEY);
    }

    /** BUD-6: never at zero. */
    @ParameterizedTest
    @MethodSource("everyApiBothWays")
    void whatTheProviderDoesNotTellCountsAtTheWorstCase(Api api, boolean streaming) {
        double notTold = calls("usage-not-told");
        double malformed = calls("malformed");
        provider.answer(Reply.ending(USED, Reply.Ending.WITHOUT_USAGE));
        assertThat(post(api, streaming).statusCode()).isEqualTo(200);
        assertThat(spent()).isEqualTo(worstCase(api, streaming));
        assertThat(calls("usage-not-told")).isEqualTo(notTold + 1);
        assertThat(calls("malformed")).isEqualTo(malformed);

        provider.answer(Reply.ending(USED, Reply.Ending.MALFORMED));
        assertThat(post(api, streaming).statusCode()).isEqualTo(200);
        assertThat(spent()).isEqualTo(twice(worstCase(api, streaming)));
        assertThat(calls("usage-not-told")).isEqualTo(notTold + 1);
        assertThat(calls("malformed")).isEqualTo(malformed + 1);
    }

    /** BUD-6: and the caller does not take half an answer for a whole one. */
    @ParameterizedTest
    @EnumSource
    void aStreamThatIsCutCountsAtTheWorstCase(Api api) {
        provider.answer(Reply.ending(USED, Reply.Ending.CUT));

        assertThatIOException().isThrownBy(() -> send(api, true));

        Awaitility.await().untilAsserted(() -> assertThat(spent()).isEqualTo(worstCase(api, true)));
    }

    @Test
    void anAnswerInOnePieceThatIsCutIsABadGateway() {
        provider.answer(Reply.ending(USED, Reply.Ending.CUT));
        double before = refusals(502, "provider_broke_off");

        assertThat(post(Api.MESSAGES, false).statusCode()).isEqualTo(502);
        assertThat(refusals(502, "provider_broke_off")).isEqualTo(before + 1);
        assertThat(spent()).isEqualTo(worstCase(Api.MESSAGES, false));
    }

    /** BUD-6 */
    @ParameterizedTest
    @EnumSource
    void aCallerThatGoesAwayPaysTheWorstCase(Api api) throws Exception {
        provider.answer(new Reply.Answer(USED, 5_000, Duration.ofMillis(5), Reply.Ending.WHOLE));

        try (InputStream answer = client.send(request(api, true), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(answer.read()).isPositive();
        }

        Awaitility.await().untilAsserted(() -> assertThat(spent()).isEqualTo(worstCase(api, true)));
    }

    /** BUD-6: noticed by the closed connection, as the provider says nothing that could not be passed on. */
    @ParameterizedTest
    @EnumSource
    void aCallerThatGoesAwayFromASilentProviderIsNoticed(Api api) throws Exception {
        provider.answer(Reply.ending(USED, Reply.Ending.SILENT));

        try (InputStream answer = client.send(request(api, true), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(answer.read()).isPositive();
        }

        Awaitility.await().untilAsserted(() -> assertThat(spent()).isEqualTo(worstCase(api, true)));
        assertThat(calls("caller-gone")).isPositive();
    }

    /** BUD-6: what a provider does not end is ended here, and paid. */
    @ParameterizedTest
    @EnumSource
    void aProviderThatFallsSilentIsGivenUp(Api api) throws Exception {
        provider.answer(Reply.ending(USED, Reply.Ending.SILENT));

        try (InputStream answer = client.send(request(api, true), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(answer.read()).isPositive();
            tickUntilPaid();
            assertThatIOException().isThrownBy(answer::readAllBytes);
        }

        assertThat(spent()).isEqualTo(worstCase(api, true));
        assertThat(calls("stalled")).isPositive();
    }

    @Test
    void anAnswerInOnePieceThatStallsIsAGatewayTimeout() throws Exception {
        provider.answer(Reply.ending(USED, Reply.Ending.SILENT));

        double before = refusals(504, "provider_stalled");
        HttpResponse<String> answer;
        try (ExecutorService agent = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> call = agent.submit(() -> post(Api.MESSAGES, false));
            tickUntilPaid();
            answer = call.get();
        }

        assertThat(answer.statusCode()).isEqualTo(504);
        assertThat(refusals(504, "provider_stalled")).isEqualTo(before + 1);
        assertThat(spent()).isEqualTo(worstCase(Api.MESSAGES, false));
    }

    private void tickUntilPaid() {
        Awaitility.await().until(() -> !provider.received().isEmpty());
        Awaitility.await().until(() -> {
            clock.tick(Duration.ofMinutes(5));
            return !spent().equals(Money.ZERO);
        });
    }

    /** STOP-3: calls under way are cut, before and in their answer, and count at their worst case. */
    @Test
    void aStopCutsEveryCallUnderWay() throws Exception {
        provider.answer(Reply.ending(USED, Reply.Ending.SILENT));
        Future<Integer> inOnePiece;
        try (ExecutorService agent = Executors.newVirtualThreadPerTaskExecutor();
                InputStream stream = client.send(
                                request(Api.RESPONSES, true), HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(stream.read()).isPositive();
            inOnePiece = agent.submit(() -> post(Api.MESSAGES, false).statusCode());
            Awaitility.await().until(() -> provider.received().size() == 2);

            assertThat(running.cutAll()).isEqualTo(2);

            assertThatIOException().isThrownBy(stream::readAllBytes);
        }

        assertThat(inOnePiece.get()).isEqualTo(503);
        assertThat(spent()).isEqualTo(worstCase(Api.RESPONSES, true).plus(worstCase(Api.MESSAGES, false)));
    }

    /** STOP-3: from the word of a stop to the word of a person nothing is called. */
    @Test
    void whileTheSystemIsStoppedCallsAreCutAndRefused() throws Exception {
        provider.answer(Reply.ending(USED, Reply.Ending.SILENT));
        HttpResponse<String> refused;
        try (EventSender sender = new EventSender();
                InputStream stream = client.send(request(Api.MESSAGES, true), HttpResponse.BodyHandlers.ofInputStream())
                        .body()) {
            assertThat(stream.read()).isPositive();

            sender.send(new ControlEvent.Stopped(EPOCH, clock.instant(), "alice", "test"));
            assertThatIOException().isThrownBy(stream::readAllBytes);
            refused = post(Api.CHAT, false);
            sender.send(new ControlEvent.Resumed(EPOCH, "alice", "test"));
        }
        provider.answer(Reply.whole(USED));
        Awaitility.await().until(() -> post(Api.CHAT, false).statusCode() == 200);

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("\"stopped\"");
        assertThat(refusals(503, "stopped")).isPositive();
        assertThat(spent()).isEqualTo(worstCase(Api.MESSAGES, true).plus(cost(USED)));
    }

    /** BUD-4: the very call that no longer fits is refused, and no other status than 402, so that agents stop. */
    @ParameterizedTest
    @EnumSource
    void theCallThatDoesNotFitIsRefusedAndReachesNoProvider(Api api) {
        Money worst = worstCase(api, true);
        fund(worst.plus(cost(USED)));

        double before = refusals(402, "budget_used_up");
        assertThat(post(api, true).statusCode()).isEqualTo(200);
        assertThat(post(api, true).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = post(api, true);

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.body()).contains("budget is used up").contains("\"error\"");
        assertThat(refusals(402, "budget_used_up")).isEqualTo(before + 1);
        assertThat(provider.received()).hasSize(2);
        assertThat(spent()).isEqualTo(twice(cost(USED)));
    }

    /** BUD-8: money is left, and the answer says that it is for another reason than that. */
    @ParameterizedTest
    @EnumSource
    void aSwarmThatSpentTooFastIsToldSo(Api api) {
        jdbc.sql("update reservation set tripped_at = now() where holder = :swarm")
                .param("swarm", swarm.value())
                .update();

        HttpResponse<String> refused = post(api, true);

        assertThat(refused.statusCode()).isEqualTo(402);
        assertThat(refused.body()).contains("rate_stopped", "too fast").doesNotContain("used up");
        assertThat(refusals(402, "rate_stopped")).isPositive();
        assertThat(provider.received()).isEmpty();
    }

    /** BUD-4: the token of a swarm that has ended, or whose money was never set aside, is as good as one that was made up. */
    @Test
    void unknownForeignExpiredAndEndedTokensAreRefusedAlike() {
        double before = refusals(401, "unauthorized");
        String good = token;
        token = good + "x";
        HttpResponse<String> unknown = post(Api.MESSAGES, true);
        token = new SwarmTokens("the-secret-of-another-installation-0123456789", clock)
                .mint(new SwarmToken(swarm, clock.instant().plus(LIFE), List.of()));
        HttpResponse<String> foreign = post(Api.MESSAGES, true);
        token = good;
        end(swarm);
        HttpResponse<String> ended = post(Api.MESSAGES, true);
        swarm = SwarmId.make(Instant.now());
        token = token(List.of());
        HttpResponse<String> unfunded = post(Api.MESSAGES, true);
        token = good;
        clock.tick(LIFE);
        HttpResponse<String> expired = post(Api.MESSAGES, true);

        assertThat(List.of(unknown, foreign, ended, unfunded, expired)).allSatisfy(refused -> {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).isEqualTo(unknown.body()).contains("Unauthorized");
        });
        assertThat(provider.received()).isEmpty();
        assertThat(refusals(401, "unauthorized")).isEqualTo(before + 5);
    }

    /** BUD-4: a token may name fewer models than the gateway allows. */
    @Test
    void aTokenNamesTheModelsOfItsSwarm() {
        token = token(List.of("gpt-*"));

        HttpResponse<String> refused = post(Api.MESSAGES, true);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("allowed are gpt-*").doesNotContain("gemini");
        assertThat(post(Api.CHAT, true).statusCode()).isEqualTo(200);
    }

    @Test
    void aModelOutsideTheListIsRefusedWithTheList() {
        double before = refusals(403, "model_not_allowed");

        HttpResponse<String> refused = post(
                "/v1/messages", "{\"model\":\"claude-other\",\"max_tokens\":1,\"messages\":[]}", "x-api-key", token);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("claude-test, gpt-test, gemini-test, claude-new-*");
        assertThat(refusals(403, "model_not_allowed")).isEqualTo(before + 1);
        assertThat(provider.received()).isEmpty();
    }

    @Test
    void anOversizedBodyIsRefused() {
        double before = refusals(413, "request_too_large");

        HttpResponse<String> refused = post("/v1/messages", " ".repeat(32 * 1024 * 1024 + 1), "x-api-key", token);

        assertThat(refused.statusCode()).isEqualTo(413);
        assertThat(refusals(413, "request_too_large")).isEqualTo(before + 1);
    }

    @Test
    void whatCannotBeReadOrBoundedIsRefused() {
        double malformed = refusals(400, "malformed_request");
        double notMetered = refusals(400, "not_metered");

        assertThat(List.of(
                        refusal("{"),
                        refusal("{\"model\":\"claude-test\",\"max_tokens\":-1}"),
                        refusal("{\"model\":\"claude-test\",\"max_tokens\":1,\"max_tokens\":100}"),
                        refusal("{\"model\":\"claude-test\",\"tools\":[{\"type\":\"web_search_20250305\"}]}"),
                        refusal("{\"model\":\"claude-test\",\"service_tier\":\"priority\"}")))
                .containsOnly(400);
        assertThat(refusals(400, "malformed_request")).isEqualTo(malformed + 3);
        assertThat(refusals(400, "not_metered")).isEqualTo(notMetered + 2);
        assertThat(provider.received()).isEmpty();
    }

    /** Nothing is billed for what the provider refuses. */
    @Test
    void aRefusalOfTheProviderIsPassedOnAndFree() {
        provider.answer(Reply.error(400));

        HttpResponse<String> refused = post(Api.MESSAGES, true);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("scripted");
        assertThat(spent()).isEqualTo(Money.ZERO);
    }

    /** DEV-7 */
    @Test
    void aUsageLimitParksTheProviderUntilItsReset() {
        provider.answer(new Reply.Error(429, Map.of("Retry-After", "120"), "{}"));

        Instant reset = clock.instant().plusSeconds(120);

        HttpResponse<String> first = post(Api.MESSAGES, true);
        HttpResponse<String> second = post(Api.MESSAGES, true);
        provider.answer(Reply.whole(USED));
        HttpResponse<String> other = post(Api.RESPONSES, true);
        clock.tick(Duration.ofSeconds(120));
        HttpResponse<String> afterwards = post(Api.MESSAGES, true);

        assertThat(List.of(first.statusCode(), second.statusCode())).containsOnly(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("121");
        assertThat(second.body()).contains("provider_parked").contains(reset.toString());
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(afterwards.statusCode()).isEqualTo(200);
        assertThat(provider.received()).hasSize(3);
        assertThat(spent()).isEqualTo(twice(cost(USED)));
    }

    /** DEV-7: the breaker opens, lets one call try after its pause, and closes. */
    @Test
    void anOutageIsNotCalledUntilItMayBeOver() {
        provider.answer(Reply.error(503));
        List<Integer> during = IntStream.range(0, 30)
                .mapToObj(n -> post(Api.MESSAGES, true).statusCode())
                .toList();
        int reached = provider.received().size();
        provider.answer(Reply.whole(USED));
        int stillOpen = post(Api.MESSAGES, true).statusCode();
        clock.tick(Duration.ofSeconds(31));
        int afterwards = post(Api.MESSAGES, true).statusCode();

        assertThat(during).containsOnly(503);
        assertThat(reached).isLessThanOrEqualTo(10);
        assertThat(stillOpen).isEqualTo(503);
        assertThat(afterwards).isEqualTo(200);
        assertThat(spent()).isEqualTo(cost(USED));
    }

    /** BUD-3, BUD-4: 500 runs at once, of any size, cut, cancelled and failing: what the provider bills is never above the cap. */
    @Test
    void fiveHundredRunsAtOnceNeverSpendAboveTheCap() throws Exception {
        Money cap = Money.micros(1_500_000);
        fund(cap);
        Random random = new Random(42);
        provider.answer(call -> {
            long n = Math.floorMod(call.body().hashCode(), 1_000_003);
            Used used = new Used(1 + n % 20, n % 30, 0, 1 + n % 99);
            Reply.Ending[] endings = {
                Reply.Ending.WHOLE, Reply.Ending.CUT, Reply.Ending.WITHOUT_USAGE, Reply.Ending.MALFORMED
            };
            return n % 11 == 0
                    ? Reply.error(400)
                    : new Reply.Answer(used, (int) (n % 5), Duration.ZERO, endings[(int) (n % 13 % endings.length)]);
        });

        List<Future<Integer>> runs;
        try (ExecutorService agents = Executors.newVirtualThreadPerTaskExecutor()) {
            runs = IntStream.range(0, 500)
                    .mapToObj(n -> agents.submit(() -> run(n, random.nextInt(4))))
                    .toList();
        }
        Awaitility.await().untilAsserted(() -> assertThat(pendingCalls()).isZero());

        Money billed = provider.billed().stream().map(GatewayIT::cost).reduce(Money.ZERO, Money::plus);
        assertThat(runs).extracting(Future::get).contains(402).doesNotContain(429);
        assertThat(billed).isLessThanOrEqualTo(spent());
        assertThat(spent()).isLessThanOrEqualTo(cap);
    }

    /** One run of several calls, some of them given up in the middle; answers the last status. */
    private int run(int number, int kind) throws Exception {
        int status = 0;
        for (int n = 0; n < 3 && status != 402; n++) {
            Api api = Api.values()[number % Api.values().length];
            String body = api.body(kind != 0).replace("hé", "run " + number + "." + n + " ".repeat(number % 97));
            HttpResponse<InputStream> answer = client.send(
                    request(api.path(kind != 0), body, api.keyHeader, api.keyValue(token)),
                    HttpResponse.BodyHandlers.ofInputStream());
            status = answer.statusCode();
            try (InputStream in = answer.body()) {
                if (kind == 1) {
                    in.read();
                } else {
                    in.readAllBytes();
                }
            } catch (IOException e) {
                // cut on purpose
            }
        }
        return status;
    }

    private int refusal(String body) {
        return post("/v1/messages", body, "x-api-key", token).statusCode();
    }

    private void fund(Money quote) {
        swarm = SwarmId.make(Instant.now());
        funded.add(swarm);
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> funding.reserve(Samples.requested(swarm, quote, Duration.ofHours(20))));
        token = token(List.of());
    }

    private String token(List<String> models) {
        return tokens.mint(new SwarmToken(swarm, clock.instant().plus(LIFE), models));
    }

    private Money spent() {
        // answered after whatever was settled before
        ledger.release("call-that-was-never-made");
        return Money.micros(
                jdbc.sql("""
                select coalesce(sum(spent_micros + overrun_micros), 0) from reservation
                where parent = (select id from reservation where holder = :swarm)
                """).param("swarm", swarm.value()).query(Long.class).single());
    }

    private void end(SwarmId ended) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> funding.settle(Samples.failed(ended, Duration.ZERO)));
    }

    private double refusals(int status, String reason) {
        return meters
                .find("wakeful.gateway.refused")
                .tag("status", Integer.toString(status))
                .tag("reason", reason)
                .counters()
                .stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private double calls(String outcome) {
        return meters.find("wakeful.gateway.calls").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private long pendingCalls() {
        return jdbc.sql("select count(*) from reservation where parent is not null and state = 'PENDING'")
                .query(Long.class)
                .single();
    }

    private static Money cost(Used used) {
        return RATES.cost(new TokenUsage(used.input(), used.cacheRead(), used.cacheWrite(), used.output()));
    }

    private static Money worstCase(Api api, boolean streaming) {
        int bytes = api.body(streaming).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        return RATES.worstCase(bytes + 8_192, 100);
    }

    private static Money twice(Money money) {
        return money.plus(money);
    }

    private HttpResponse<String> post(Api api, boolean streaming, String... headers) {
        try {
            return send(api, streaming, headers);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(Api api, boolean streaming, String... headers) throws IOException {
        return send(request(api, streaming, headers));
    }

    private HttpResponse<String> post(String path, String body, String... headers) {
        try {
            return send(request(path, body, headers));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpRequest request(Api api, boolean streaming, String... headers) {
        String[] all = Stream.concat(Stream.of(api.keyHeader, api.keyValue(token)), Stream.of(headers))
                .toArray(String[]::new);
        return request(api.path(streaming), api.body(streaming), all);
    }

    private HttpRequest request(String path, String body, String... headers) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .headers(headers)
                .build();
    }
}
