package dev.wakeful.autodev.job;

import dev.wakeful.autodev.process.ProcessRecords;
import dev.wakeful.autodev.process.Running;
import dev.wakeful.autodev.swarm.Swarms;
import dev.wakeful.service.stop.Halted;
import dev.wakeful.service.stop.StopListener;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Ends every process at an emergency stop (STOP-3). An instance that starts while stopped also ends what an earlier one left behind, as far
 * as the database can tell; the jobs of those swarms do it besides.
 */
@Component
class EndOfAll implements StopListener {

    private static final Logger LOG = LoggerFactory.getLogger(EndOfAll.class);

    private final Running running;
    private final Swarms swarms;
    private final ProcessRecords records;
    private final AtomicBoolean fresh = new AtomicBoolean(true);

    EndOfAll(Running running, Swarms swarms, ProcessRecords records) {
        this.running = running;
        this.swarms = swarms;
        this.records = records;
    }

    @Override
    public Halted stopped(long epoch) {
        int ended = running.endAll();
        if (ended == 0 && fresh.getAndSet(false)) {
            endLeftovers();
        }
        return Halted.processes(ended);
    }

    private void endLeftovers() {
        try {
            swarms.unfinished().forEach(records::endLeftovers);
        } catch (DataAccessException | CannotCreateTransactionException e) {
            LOG.warn("What an earlier process left behind is not known yet; it is ended when the database answers", e);
        }
    }
}
