package dev.wakeful.autodev.inbound;

import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.job.SwarmJob;
import dev.wakeful.autodev.swarm.Intake;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.inbox.UnprocessableEvent;
import dev.wakeful.service.schedule.Jobs;
import org.springframework.stereotype.Component;

/** Starts the swarm's job in the transaction in which the second of request and reservation is heard. */
@Component
class Readiness {

    private final Intake intake;
    private final Jobs jobs;

    Readiness(Intake intake, Jobs jobs) {
        this.intake = intake;
        this.jobs = jobs;
    }

    void requested(SwarmRequested request) {
        requireName(request.swarm().value());
        requireName(request.task().value());
        startIf(intake.requested(request), request.swarm());
    }

    void reserved(SwarmId swarm, ReservationId reservation) {
        startIf(intake.reserved(swarm, reservation), swarm);
    }

    void denied(SwarmId swarm) {
        intake.denied(swarm);
    }

    private void startIf(boolean ready, SwarmId swarm) {
        if (ready) {
            jobs.runNow(SwarmJob.DESCRIPTOR, swarm.value(), swarm.value());
        }
    }

    /** Ids become names of directories and branches. */
    private static void requireName(String id) {
        if (!Artefacts.canName(id)) {
            throw new UnprocessableEvent("'" + id + "' cannot be the name of a directory or branch");
        }
    }
}
