package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.checkpoints.CheckpointRequests;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Checkpoints on demand (STATE-2). */
@RestController
class CheckpointApi {

    private final CheckpointRequests checkpoints;

    CheckpointApi(CheckpointRequests checkpoints) {
        this.checkpoints = checkpoints;
    }

    @PostMapping("/api/checkpoints")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Map<String, String> ask() {
        return Map.of("checkpoint", checkpoints.ask());
    }

    @GetMapping("/api/checkpoints/{checkpoint}")
    CheckpointRequests.Progress progress(@PathVariable String checkpoint) {
        return checkpoints
                .progress(checkpoint)
                .orElseThrow(() -> new NotThere("Nobody asked for the checkpoint '" + checkpoint
                        + "'; POST /api/checkpoints asks for one and tells its name."));
    }
}
