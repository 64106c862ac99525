package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Presence;
import dev.wakeful.commandcenter.reading.TaskDetail;
import dev.wakeful.commandcenter.reading.TaskDetails;
import dev.wakeful.commandcenter.reading.TaskItem;
import dev.wakeful.commandcenter.reading.Tasks;
import dev.wakeful.commandcenter.stopping.TaskStopRequest;
import dev.wakeful.commandcenter.stopping.TaskStops;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tasks, newest word first, everything about one of them, and its end. */
@RestController
class TaskApi {

    private final Tasks tasks;
    private final TaskDetails details;
    private final TaskStops stops;
    private final Presence presence;

    TaskApi(Tasks tasks, TaskDetails details, TaskStops stops, Presence presence) {
        this.tasks = tasks;
        this.details = details;
        this.stops = stops;
        this.presence = presence;
    }

    @GetMapping("/api/tasks")
    Map<String, List<TaskItem>> tasks(@RequestParam(defaultValue = "50") int limit) {
        return Map.of("tasks", tasks.newest(Limit.of(limit), Base.ofRequest()));
    }

    @GetMapping("/api/tasks/{id}")
    TaskDetail task(@PathVariable String id) {
        return details.find(id, Base.ofRequest())
                .orElseThrow(
                        () -> new NotThere("There is no task '" + id + "'; GET /api/tasks lists those there are."));
    }

    /** Asks for its end; whoever asks again is answered with who asked first. */
    @PostMapping("/api/tasks/{id}/stop")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TaskStops.Asked stop(@PathVariable String id, @RequestBody TaskStopRequest request) {
        TaskStops.Asked asked = stops.ask(id, request);
        presence.seen(Person.of(request.by()), "task stop");
        return asked;
    }
}
