package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.deadletters.DeadLetter;
import dev.wakeful.commandcenter.deadletters.DeadLetters;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Records nobody could handle, and the way back for them. */
@RestController
class DeadLetterApi {

    private final DeadLetters letters;

    DeadLetterApi(DeadLetters letters) {
        this.letters = letters;
    }

    @GetMapping("/api/dead-letters")
    Map<String, List<DeadLetter>> letters(@RequestParam(defaultValue = "200") int limit) {
        return Map.of("deadLetters", letters.newest(Limit.of(limit)));
    }

    @PostMapping("/api/dead-letters/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void replay(@PathVariable long id) {
        if (!letters.replay(id)) {
            throw new NotThere("There is no dead letter " + id + "; GET /api/dead-letters lists those there are.");
        }
    }
}
