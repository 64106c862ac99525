package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.deadletters.DeadLetter;
import dev.wakeful.commandcenter.pages.Headline;
import dev.wakeful.commandcenter.reading.Events;
import dev.wakeful.commandcenter.reading.Installation;
import dev.wakeful.commandcenter.reading.Modes;
import dev.wakeful.commandcenter.reading.RunningSwarms.Running;
import dev.wakeful.commandcenter.reading.Status;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: what is happening now. */
@Controller
class Pages {

    private static final int TASKS = 50;
    private static final int EVENTS = 40;
    private static final int LETTERS = 20;

    private final Installation installation;
    private final Work work;
    private final Events events;
    private final Needs needs;
    private final Modes modes;

    Pages(Installation installation, Work work, Events events, Needs needs, Modes modes) {
        this.modes = modes;
        this.installation = installation;
        this.work = work;
        this.events = events;
        this.needs = needs;
    }

    @GetMapping("/")
    String now(Model model) {
        model.addAttribute("newest", events.newestNumber());
        Status status = installation.status();
        List<Running> running = work.swarms().list();
        model.addAttribute("base", Base.ofRequest());
        model.addAttribute("headline", Headline.of(status, running));
        model.addAttribute("status", status);
        model.addAttribute("running", running);
        model.addAttribute("questions", needs.approvals().waiting(""));
        model.addAttribute("alerts", needs.budget().alerts());
        model.addAttribute("tasks", work.tasks().newest(TASKS, ""));
        model.addAttribute("repositories", work.repositories().list());
        model.addAttribute("letters", waiting());
        model.addAttribute("decisions", modes.decisions());
        model.addAttribute("events", events.newest(EVENTS));
        return "now";
    }

    private List<DeadLetter> waiting() {
        return needs.letters().newest(LETTERS).stream()
                .filter(letter -> letter.replayedAt() == null)
                .toList();
    }
}
