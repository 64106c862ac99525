package dev.wakeful.cimanager.web;

import dev.wakeful.cimanager.delivery.JobLogs;
import dev.wakeful.events.BuildId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where a CI step sends its job's log before the job ends. */
@RestController
class JobLogUpload {

    private final SignedBody signed;
    private final JobLogs logs;
    private final Clock clock;

    JobLogUpload(SignedBody signed, JobLogs logs, Clock clock) {
        this.signed = signed;
        this.logs = logs;
        this.clock = clock;
    }

    /** Which build's log it is and how much of it is kept. */
    record Answer(String build, int bytes) {}

    @PostMapping(path = "/logs/github/{job}/{attempt}", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<Answer> keep(@PathVariable long job, @PathVariable int attempt, HttpServletRequest request)
            throws IOException {
        byte[] log = signed.read("github", request);
        if (job < 1 || attempt < 1) {
            throw new Refused(HttpStatus.BAD_REQUEST, "A job's id and attempt are positive numbers");
        }
        BuildId build = new BuildId("github:job:" + job + ":" + attempt);
        return ResponseEntity.accepted().body(new Answer(build.value(), logs.keep(build, log, clock.instant())));
    }
}
