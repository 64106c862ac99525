package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.Events;
import dev.wakeful.commandcenter.reading.Installation;
import dev.wakeful.commandcenter.reading.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages. */
@Controller
class Pages {

    private final Installation installation;
    private final Tasks tasks;
    private final Events events;

    Pages(Installation installation, Tasks tasks, Events events) {
        this.installation = installation;
        this.tasks = tasks;
        this.events = events;
    }

    @GetMapping("/")
    String now(Model model) {
        model.addAttribute("newest", events.newestNumber());
        model.addAttribute("status", installation.status());
        model.addAttribute("tasks", tasks.newest(50, ""));
        model.addAttribute("events", events.newest(40));
        return "now";
    }
}
