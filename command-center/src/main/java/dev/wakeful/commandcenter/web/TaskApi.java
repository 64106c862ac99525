package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.TaskDetail;
import dev.wakeful.commandcenter.reading.TaskDetails;
import dev.wakeful.commandcenter.reading.TaskItem;
import dev.wakeful.commandcenter.reading.Tasks;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks, newest word first, and everything about one of them. */
@RestController
class TaskApi {

    private final Tasks tasks;
    private final TaskDetails details;

    TaskApi(Tasks tasks, TaskDetails details) {
        this.tasks = tasks;
        this.details = details;
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
}
