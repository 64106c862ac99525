package dev.wakeful.autodev.limit;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Primary;

/** A machine that is as busy as the test says; at first not at all. */
@Primary
public class QuietMachine extends MachineUse {

    public final AtomicInteger memory = new AtomicInteger();
    public final AtomicInteger processor = new AtomicInteger();

    @Override
    public int processorPercent() {
        return processor.get();
    }

    @Override
    public int memoryPercent() {
        return memory.get();
    }
}
