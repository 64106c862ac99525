package dev.wakeful.commandcenter.emergency;

import dev.wakeful.service.stop.Halted;
import dev.wakeful.service.stop.SafeMode;
import dev.wakeful.service.stop.Stop;
import dev.wakeful.service.stop.StopListener;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells everybody of a stop by the file, as soon as the database takes it. Nothing runs here that would have to be ended. */
@Component
class FileStop implements StopListener {

    private static final Logger LOG = LoggerFactory.getLogger(FileStop.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final ObjectProvider<EmergencyStop> emergency;
    private final SafeMode safeMode;

    FileStop(ObjectProvider<EmergencyStop> emergency, SafeMode safeMode) {
        this.emergency = emergency;
        this.safeMode = safeMode;
    }

    @Override
    public Halted stopped(long epoch) {
        safeMode.stop()
                .filter(stop -> stop.by().equals(Stop.FILE) && stop.epoch() == epoch)
                .ifPresent(stop -> Thread.ofVirtual().name("stop-by-file").start(() -> say(stop)));
        return Halted.NOTHING;
    }

    private void say(Stop stop) {
        while (safeMode.isStopped()) {
            try {
                emergency.getObject().sayForFile(stop);
                return;
            } catch (RuntimeException e) {
                LOG.debug("The stop by the file cannot be told yet", e);
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
