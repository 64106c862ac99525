package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.modes.ContextRequest;
import dev.wakeful.commandcenter.modes.ModeRequest;
import dev.wakeful.commandcenter.modes.Stances;
import dev.wakeful.commandcenter.reading.ModeInForce;
import dev.wakeful.commandcenter.reading.Modes;
import dev.wakeful.commandcenter.reading.TaskDetail.DecisionMade;
import dev.wakeful.events.ControlEvent;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which stance is in force, and asking for another. What is asked is answered by the planner, so nothing is promised here. */
@RestController
class ModeApi {

    private final Modes modes;
    private final Stances stances;

    ModeApi(Modes modes, Stances stances) {
        this.modes = modes;
        this.stances = stances;
    }

    @GetMapping("/api/mode")
    ModeInForce mode() {
        return modes.now();
    }

    @GetMapping("/api/decisions")
    List<DecisionMade> decisions() {
        return modes.decisions();
    }

    @PostMapping("/api/mode")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ControlEvent.ModeRequested ask(@RequestBody ModeRequest request) {
        return stances.ask(request);
    }

    @PostMapping("/api/context")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ControlEvent.ContextSet say(@RequestBody ContextRequest request) {
        return stances.say(request);
    }
}
