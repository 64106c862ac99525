package dev.wakeful.autodev.artefact;

import java.nio.file.Path;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves bundles, logs and patches to whoever was told their address; there is no list of them. */
@RestController
class ArtefactController {

    private final Artefacts artefacts;

    ArtefactController(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    @GetMapping("/artefacts/{swarm}/{name}")
    ResponseEntity<Resource> artefact(@PathVariable("swarm") String swarm, @PathVariable("name") String name) {
        return artefacts
                .find(swarm, name)
                .map(ArtefactController::answer)
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private static ResponseEntity<Resource> answer(Path file) {
        boolean text = !file.toString().endsWith(".bundle");
        return ResponseEntity.ok()
                .contentType(text ? MediaType.TEXT_PLAIN : MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .body(new FileSystemResource(file));
    }
}
