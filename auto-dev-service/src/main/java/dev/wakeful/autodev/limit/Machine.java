package dev.wakeful.autodev.limit;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds new work back while this machine's memory or processors are nearly all in use (LIM-1); one warning when it begins, one word when it
 * is over. Where nothing is at work, busy processors hold nothing back: commands give way to everybody else, and others must not be able to
 * keep the system from working for ever.
 */
@Component
class Machine {

    private static final Logger LOG = LoggerFactory.getLogger(Machine.class);

    private final MachineUse use;
    private final LimitProperties limits;
    private final AtomicBoolean full = new AtomicBoolean();

    Machine(MachineUse use, LimitProperties limits) {
        this.use = use;
        this.limits = limits;
    }

    /** @param atWork how many swarms or agents are at work besides */
    boolean hasRoom(long atWork) {
        int memory = use.memoryPercent();
        int processor = use.processorPercent();
        boolean room = memory <= limits.memoryPercent() && (atWork == 0 || processor <= limits.processorPercent());
        if (!room && full.compareAndSet(false, true)) {
            LOG.warn(
                    "{} % of the memory and {} % of the processors of this machine are in use, at most {} and {} may be: new work waits (LIM-1)",
                    memory, processor, limits.memoryPercent(), limits.processorPercent());
        } else if (room && full.compareAndSet(true, false)) {
            LOG.info("The machine has room again: new work begins");
        }
        return room;
    }
}
