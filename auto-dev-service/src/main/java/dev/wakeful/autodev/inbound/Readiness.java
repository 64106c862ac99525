package dev.wakeful.autodev.inbound;

import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.job.SwarmJob;
import dev.wakeful.autodev.swarm.Claims;
import dev.wakeful.autodev.swarm.Intake;
import dev.wakeful.events.DispatchEvent.SwarmRequested;
import dev.wakeful.events.ReservationId;
import dev.wakeful.events.SwarmId;
import dev.wakeful.service.inbox.UnprocessableEvent;
import dev.wakeful.service.schedule.Jobs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Starts the swarm's job in the transaction in which the second of request and reservation is heard. */
@Component
class Readiness {

    private final Intake intake;
    private final Jobs jobs;
    private final Claims claims;

    Readiness(Intake intake, Jobs jobs, Claims claims) {
        this.intake = intake;
        this.jobs = jobs;
        this.claims = claims;
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

    /** What runs here is ended as soon as that is written down; whoever else works on the swarm looks there. */
    void stopRequested(SwarmId swarm, String reason) {
        intake.stopRequested(swarm, reason);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("end-swarm").start(() -> claims.end(swarm, reason));
            }
        });
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
