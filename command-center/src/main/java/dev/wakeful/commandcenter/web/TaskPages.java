package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.pages.Command;
import dev.wakeful.commandcenter.pages.DiffLine;
import dev.wakeful.commandcenter.pages.Proof;
import dev.wakeful.commandcenter.reading.Approvals;
import dev.wakeful.commandcenter.reading.Events;
import dev.wakeful.commandcenter.reading.TaskDetail;
import dev.wakeful.commandcenter.reading.TaskDetails;
import dev.wakeful.commandcenter.reading.WatchedRepositories;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one task: what happened, why, and what proves it. */
@Controller
class TaskPages {

    private static final Set<String> OVER = Set.of("PROPOSED", "PARKED", "CLOSED");

    private final TaskDetails details;
    private final WatchedRepositories repositories;
    private final Events events;
    private final Approvals approvals;

    TaskPages(TaskDetails details, WatchedRepositories repositories, Events events, Approvals approvals) {
        this.details = details;
        this.repositories = repositories;
        this.events = events;
        this.approvals = approvals;
    }

    @GetMapping("/tasks/{id}")
    String task(@PathVariable String id, Model model, HttpServletResponse response) {
        model.addAttribute("newest", events.newestNumber());
        model.addAttribute("id", id);
        Optional<TaskDetail> found = details.find(id, "");
        found.ifPresent(detail -> describe(detail, model));
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        return found.isPresent() ? "task" : "no-task";
    }

    private void describe(TaskDetail detail, Model model) {
        model.addAttribute("detail", detail);
        model.addAttribute("task", detail.task());
        model.addAttribute("stoppable", !OVER.contains(detail.task().state()));
        model.addAttribute("questions", approvals.ofTask(detail.task().id(), ""));
        model.addAttribute("proof", Proof.of(detail.evidence()));
        model.addAttribute(
                "diff",
                detail.diff() == null ? List.of() : DiffLine.of(detail.diff().text()));
        model.addAttribute("commands", commands(detail));
    }

    /** Git commands, where the change lies in a watched repository of this machine; a forge has buttons of its own. */
    private List<Command> commands(TaskDetail detail) {
        TaskDetail.PullRequest change = detail.pullRequest();
        String repository = detail.task().repository();
        if (change == null || repository == null || !change.url().endsWith("#pull-request")) {
            return List.of();
        }
        return repositories
                .find(repository)
                .map(watched -> Command.forReview(watched.path(), change))
                .orElse(List.of());
    }
}
