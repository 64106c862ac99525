package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.WatchedRepositories;
import dev.wakeful.commandcenter.reading.WatchedRepositories.Watched;
import dev.wakeful.commandcenter.repositories.RepositoryRequest;
import dev.wakeful.commandcenter.repositories.Watch;
import dev.wakeful.events.RepositoryName;
import dev.wakeful.events.WatchedRepository;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which repositories are watched. */
@RestController
class RepositoryApi {

    private final WatchedRepositories repositories;
    private final Watch watch;

    RepositoryApi(WatchedRepositories repositories, Watch watch) {
        this.repositories = repositories;
        this.watch = watch;
    }

    @GetMapping("/api/repositories")
    Map<String, List<Watched>> repositories() {
        return Map.of("repositories", repositories.list());
    }

    @PostMapping("/api/repositories")
    @ResponseStatus(HttpStatus.CREATED)
    WatchedRepository add(@RequestBody RepositoryRequest request) {
        return watch.add(request);
    }

    @DeleteMapping("/api/repositories/{owner}/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String owner, @PathVariable String name) {
        String wanted = owner + "/" + name;
        if (!isName(wanted) || !watch.remove(new RepositoryName(wanted))) {
            throw new NotThere("'" + wanted + "' is not watched; GET /api/repositories lists those that are.");
        }
    }

    private static boolean isName(String wanted) {
        try {
            return !new RepositoryName(wanted).value().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
