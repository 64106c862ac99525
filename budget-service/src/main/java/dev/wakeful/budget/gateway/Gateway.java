package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.provider.GatewayProperties;
import dev.wakeful.budget.gateway.provider.Outgoing;
import dev.wakeful.budget.gateway.provider.Provider;
import dev.wakeful.budget.gateway.provider.Providers;
import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.running.RunningLimits;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.ModelCall;
import dev.wakeful.budget.gateway.wire.Outbound;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.budget.price.CallPrice;
import dev.wakeful.budget.price.Prices;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
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

    private final AllowedModels allowed;
    private final Prices prices;
    private final Providers providers;
    private final CallFunds funds;
    private final RunningLimits limits;
    private final Tally tally;
    private final Clock clock;

    Gateway(
            GatewayProperties properties,
            Prices prices,
            Providers providers,
            CallFunds funds,
            RunningLimits limits,
            Tally tally,
            Clock clock) {
        this.allowed = new AllowedModels(properties.allowedModels());
        this.prices = prices;
        this.providers = providers;
        this.funds = funds;
        this.limits = limits;
        this.tally = tally;
        this.clock = clock;
    }

    /**
     * Makes the call and passes the answer on.
     *
     * @param running may end it from outside at any time
     * @throws CallRefused where it is not made, or nothing came of it; nothing has been passed on then
     * @throws AnswerBroken where the answer broke off in the middle
     * @throws CallerGone where nobody waits for the answer any more
     */
    public void call(Request request, Caller caller, RunningCall running) throws IOException {
        ModelCall call = request.format().read(request.path(), request.query(), request.body());
        allowed.require(call.model(), request.token().models());
        Provider provider = providers.require(request.format().provider());
        CallPrice price = prices.of(call.model(), provider.subscription());
        long maxOutput = call.maxOutput().orElse(price.rates().maxOutput());
        Outbound outbound = request.format().outbound(call, maxOutput);
        Money worstCase = price.worstCase(
                call.inputBound(price.rates().context()),
                Math.multiplyExact(maxOutput, call.answers()),
                limits.callTimeout());
        try (Hold hold = hold(request.token().swarm(), worstCase)) {
            Exchange exchange =
                    new Exchange(new Passage(request.format(), price, hold, running), hold, caller, running);
            Outgoing outgoing = new Outgoing(request.format(), call.path(), outbound.body(), request.headers());
            exchange.take(send(outgoing, provider, hold, running), provider, outbound.usageWasAdded());
        }
    }

    private Hold hold(SwarmId swarm, Money worstCase) {
        String id = "call-" + UUID.randomUUID();
        Optional<Money> left;
        boolean ended;
        try {
            left = funds.reserve(swarm, id, worstCase);
            ended = left.filter(Money.ZERO::equals).isPresent() && !funds.isOpen(swarm);
        } catch (RuntimeException e) {
            throw new CallRefused(Refusal.ledgerAway(clock.instant().plus(LEDGER_WAIT)));
        }
        if (ended) {
            throw new CallRefused(Refusal.unauthorized());
        }
        if (left.isPresent()) {
            throw new CallRefused(Refusal.usedUp(worstCase, left.get()));
        }
        return new Hold(funds, swarm, id, worstCase, tally);
    }

    private Providers.Answer send(Outgoing outgoing, Provider provider, Hold hold, RunningCall running) {
        try {
            if (running.ended().isPresent()) {
                throw new CallRefused(Refusal.stopped());
            }
            return providers.call(provider, outgoing, running);
        } catch (CallRefused refused) {
            hold.release();
            throw refused;
        }
    }
}
