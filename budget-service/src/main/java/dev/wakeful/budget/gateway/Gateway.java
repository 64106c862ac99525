package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.provider.GatewayProperties;
import dev.wakeful.budget.gateway.provider.Provider;
import dev.wakeful.budget.gateway.provider.Providers;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.ModelCall;
import dev.wakeful.budget.gateway.wire.Outbound;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.budget.price.ModelPattern;
import dev.wakeful.budget.price.Prices;
import dev.wakeful.budget.price.Rates;
import dev.wakeful.events.Money;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets calls to models through that are paid for (BUD-4): the worst case is held before anything is sent, and what was used is booked when
 * the answer says so. What cannot be known is booked at the worst case (BUD-6).
 */
@Component
public final class Gateway {

    private static final Duration LEDGER_WAIT = Duration.ofSeconds(5);

    private final List<ModelPattern> allowed;
    private final Prices prices;
    private final Providers providers;
    private final CallFunds funds;
    private final Clock clock;

    Gateway(GatewayProperties properties, Prices prices, Providers providers, CallFunds funds, Clock clock) {
        this.allowed = properties.allowedModels();
        this.prices = prices;
        this.providers = providers;
        this.funds = funds;
        this.clock = clock;
    }

    /**
     * Makes the call and passes the answer on.
     *
     * @throws CallRefused where it is not made, or nothing came of it; nothing has been passed on then
     * @throws AnswerBroken where the answer broke off in the middle
     * @throws IOException where the caller went away
     */
    public void call(Request request, Caller caller) throws IOException {
        ModelCall call = request.format().read(request.path(), request.query(), request.body());
        requireAllowed(call.model());
        Provider provider = providers.require(request.format().provider());
        Rates rates = prices.table().of(call.model());
        long maxOutput = call.maxOutput().orElse(rates.maxOutput());
        Outbound outbound = request.format().outbound(call, maxOutput);
        Money worstCase =
                rates.worstCase(call.inputBound(rates.context()), Math.multiplyExact(maxOutput, call.answers()));
        try (Hold hold = hold(request, worstCase)) {
            Exchange exchange = new Exchange(request, outbound, rates, hold, caller);
            exchange.take(send(request, call, outbound, provider, hold), provider);
        }
    }

    private void requireAllowed(String model) {
        if (allowed.stream().noneMatch(pattern -> pattern.matches(model))) {
            throw new CallRefused(Refusal.modelNotAllowed(model, allowed));
        }
    }

    private Hold hold(Request request, Money worstCase) {
        String id = "call-" + UUID.randomUUID();
        Optional<Money> left;
        try {
            left = funds.reserve(request.swarm(), id, worstCase);
        } catch (RuntimeException e) {
            throw new CallRefused(Refusal.ledgerAway(clock.instant().plus(LEDGER_WAIT)));
        }
        if (left.isPresent()) {
            throw new CallRefused(Refusal.usedUp(worstCase, left.get()));
        }
        return new Hold(funds, request.swarm(), id, worstCase);
    }

    private Providers.Answer send(Request request, ModelCall call, Outbound outbound, Provider provider, Hold hold) {
        try {
            return providers.call(provider, request.format(), call.path(), outbound.body(), request.headers());
        } catch (CallRefused refused) {
            hold.release();
            throw refused;
        }
    }
}
