package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.commandcenter.stopping.NoSuchTask;
import dev.wakeful.commandcenter.stopping.TaskHasEnded;
import dev.wakeful.commandcenter.stopping.TaskStopRequest;
import dev.wakeful.commandcenter.stopping.TaskStops;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** Ending a task from its page. */
@Controller
class TaskForms {

    private final TaskStops stops;
    private final SignedIn signedIn;

    TaskForms(TaskStops stops, SignedIn signedIn) {
        this.stops = stops;
        this.signedIn = signedIn;
    }

    @PostMapping("/tasks/{id}/stop")
    String stop(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String by = signedIn.person(request).map(Person::name).orElse(null);
        try {
            stops.ask(id, new TaskStopRequest(reason, by));
            return "redirect:/tasks/" + UriUtils.encodePathSegment(id, "UTF-8");
        } catch (RequestRefused | NoSuchTask | TaskHasEnded refused) {
            return RefusedPage.show(refused.getMessage(), model, response);
        }
    }
}
