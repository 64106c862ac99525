package dev.wakeful.budget.gateway.provider;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Says when a provider is lost and when it is back, and asks those that are lost whether they are there again, since agents may long have
 * stopped calling. Waits for a change while all are well.
 */
@Component
class OutageWatch implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutageWatch.class);
    private static final Duration UNTIL_DATABASE = Duration.ofSeconds(1);

    private final Providers providers;
    private final Outages outages;
    private final Duration pause;
    private final Map<String, Outage> told = new HashMap<>();
    private volatile boolean open;
    private @Nullable Thread thread;

    OutageWatch(Providers providers, Outages outages, GatewayProperties properties) {
        this.providers = providers;
        this.outages = outages;
        this.pause = properties.breaker().pause();
    }

    @Override
    public void start() {
        Map<String, Outage> known = outages.told();
        for (Provider provider : providers.all()) {
            Outage outage = known.remove(provider.name());
            if (outage != null) {
                told.put(provider.name(), outage);
                provider.availability().takeUp(outage);
            }
        }
        // one that nobody calls any more is not missed either
        known.keySet().forEach(outages::back);
        open = true;
        thread = Thread.ofPlatform().name("provider-watch").daemon().start(this::watch);
    }

    private void watch() {
        while (open) {
            try {
                boolean isTold = tell();
                if (!isTold) {
                    providers.changes().tryAcquire(UNTIL_DATABASE.toMillis(), TimeUnit.MILLISECONDS);
                } else if (told.isEmpty()) {
                    providers.changes().acquire();
                } else {
                    providers.changes().tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
                    probe();
                }
                providers.changes().drainPermits();
            } catch (InterruptedException e) {
                open = false;
            }
        }
    }

    /** Asks those that are lost. */
    void probe() throws InterruptedException {
        for (Provider provider : providers.all()) {
            providers.probe(provider);
        }
    }

    /** Whether everything is told that there is to tell. */
    private boolean tell() {
        try {
            providers.all().forEach(this::tell);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("The state of the providers cannot be told yet: {}", e.getMessage());
            return false;
        }
    }

    private void tell(Provider provider) {
        Optional<Outage> outage = provider.availability().outage();
        if (outage.isPresent() && !told.containsKey(provider.name())) {
            outages.lost(provider.name(), outage.get());
            told.put(provider.name(), outage.get());
        } else if (outage.isEmpty() && told.containsKey(provider.name())) {
            outages.back(provider.name());
            told.remove(provider.name());
        }
    }

    @Override
    public void stop() {
        open = false;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }
}
