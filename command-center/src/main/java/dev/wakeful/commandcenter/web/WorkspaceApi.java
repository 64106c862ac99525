package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Presence;
import dev.wakeful.commandcenter.reading.Workspaces;
import dev.wakeful.commandcenter.reading.Workspaces.Workspace;
import dev.wakeful.commandcenter.workspaces.RemovalRequest;
import dev.wakeful.commandcenter.workspaces.Removals;
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

/** The files of swarms, and having some removed (DEV-10). */
@RestController
class WorkspaceApi {

    private final Workspaces workspaces;
    private final Removals removals;
    private final Presence presence;

    WorkspaceApi(Workspaces workspaces, Removals removals, Presence presence) {
        this.workspaces = workspaces;
        this.removals = removals;
        this.presence = presence;
    }

    /** Those on the disk; with {@code all} also those that were removed. */
    @GetMapping("/api/workspaces")
    Map<String, List<Workspace>> workspaces(
            @RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "200") int limit) {
        return Map.of("workspaces", all ? workspaces.newest(Limit.of(limit)) : workspaces.there(Limit.of(limit)));
    }

    @GetMapping("/api/workspaces/{swarm}")
    Workspace workspace(@PathVariable String swarm) {
        return workspaces
                .find(swarm)
                .orElseThrow(() -> new NotThere(
                        "There is no workspace of '" + swarm + "'; GET /api/workspaces lists those there are."));
    }

    @PostMapping("/api/workspaces/{swarm}/removal")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Removals.Asked remove(@PathVariable String swarm, @RequestBody RemovalRequest request) {
        Removals.Asked asked = removals.ask(workspace(swarm), request);
        presence.seen(Person.of(request.by()), "workspace removal");
        return asked;
    }
}
