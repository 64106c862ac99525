package dev.wakeful.budget.gateway;

import dev.wakeful.budget.gateway.provider.GatewayProperties;
import dev.wakeful.budget.gateway.provider.Outgoing;
import dev.wakeful.budget.gateway.provider.Provider;
import dev.wakeful.budget.gateway.provider.Providers;
import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.ModelCall;
import dev.wakeful.budget.gateway.wire.Outbound;
import dev.wakeful.budget.gateway.wire.Refusal;
import dev.wakeful.budget.price.CallPrice;
import dev.wakeful.budget.price.Prices;
import dev.wakeful.events.Money;
import dev.wakeful.service.stop.SafeMode;
import java.io.IOException;
import org.springframework.stereotype.Component;

/**
 * Lets calls to models through that are paid for (BUD-4): the worst case is held before anything is sent, and what was used is booked when
 * the answer says so. What cannot be known is booked at the worst case (BUD-6).
 */
@Component
public final class Gateway {

    private final AllowedModels allowed;
    private final Prices prices;
    private final Providers providers;
    private final Holds holds;
    private final SafeMode safeMode;

    Gateway(GatewayProperties properties, Prices prices, Providers providers, Holds holds, SafeMode safeMode) {
        this.allowed = new AllowedModels(properties.allowedModels());
        this.prices = prices;
        this.providers = providers;
        this.holds = holds;
        this.safeMode = safeMode;
    }

    /**
     * Makes the call and passes the answer on.
     *
     * @param running may end it from outside at any time; known to {@link StoppedCalls} already, so that no stop misses it
     * @throws CallRefused where it is not made, or nothing came of it; nothing has been passed on then
     * @throws AnswerBroken where the answer broke off in the middle
     * @throws CallerGone where nobody waits for the answer any more
     */
    public void call(Request request, Caller caller, RunningCall running) throws IOException {
        if (safeMode.isStopped()) {
            throw new CallRefused(Refusal.stopped());
        }
        ModelCall call = request.format().read(request.path(), request.query(), request.body());
        allowed.require(call.model(), request.token().models());
        Provider provider = providers.require(request.format().provider());
        CallPrice price = prices.of(call.model(), provider.subscription());
        long maxOutput = call.maxOutput().orElse(price.rates().maxOutput());
        Outbound outbound = request.format().outbound(call, maxOutput);
        Money worstCase = price.worstCase(
                call.inputBound(price.rates().context()),
                Math.multiplyExact(maxOutput, call.answers()),
                running.longest());
        try (Hold hold = holds.take(request.token().swarm(), worstCase)) {
            Exchange exchange =
                    new Exchange(new Passage(request.format(), price, hold, running), hold, caller, running);
            Outgoing outgoing = new Outgoing(request.format(), call.path(), outbound.body(), request.headers());
            exchange.take(send(outgoing, provider, hold, running), provider, outbound.usageWasAdded());
        }
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
