package dev.wakeful.autodev.pipeline;

import dev.wakeful.autodev.swarm.CannotGoOn;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.Checkout;
import dev.wakeful.autodev.workspace.Checkouts;
import dev.wakeful.autodev.workspace.Revisions;
import dev.wakeful.autodev.workspace.Workspace;
import dev.wakeful.events.Revision;
import dev.wakeful.events.SwarmEvent.Reason;
import dev.wakeful.events.SwarmId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pipeline of each swarm. It is read from the failing revision, never from a change, before there is a tree, and written down: what
 * an agent does to the file, or to Git's objects, changes nothing about how it is judged.
 */
@Repository
public class Pipelines implements Checkouts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    Pipelines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws CannotGoOn when the repository's own file cannot be used */
    public Pipeline of(Claim claim, Workspace workspace) {
        return find(claim.id()).or(() -> told(claim, workspace)).orElseGet(() -> {
            Revision base = claim.request().revision();
            Revisions revisions = workspace.revisions();
            return kept(
                    claim,
                    Detection.of(revisions.top(base), path -> revisions.text(base, path, WakefulFile.MOST_BYTES)));
        });
    }

    /** It is asked for before there is a tree, so only the repository's own file is looked at; what is detected asks for all of it. */
    @Override
    public Checkout checkout(Claim claim, Workspace workspace) {
        return find(claim.id())
                .or(() -> told(claim, workspace))
                .map(Pipeline::checkout)
                .orElse(Checkout.WHOLE);
    }

    /** What the repository's own file says, kept; nothing where there is no such file. */
    private Optional<Pipeline> told(Claim claim, Workspace workspace) {
        Revision base = claim.request().revision();
        Revisions revisions = workspace.revisions();
        try {
            return revisions
                    .text(base, WakefulFile.NAME, WakefulFile.MOST_BYTES + 1)
                    .map(text -> kept(claim, WakefulFile.read(text, paths -> revisions.directories(base, paths))));
        } catch (PipelineRefused e) {
            throw new CannotGoOn(
                    Reason.CHECK_BROKEN,
                    "How changes are verified cannot be read on " + base.abbreviated() + ": "
                            + String.join(" ", e.objections()) + " Correct the file and report the failure again.");
        }
    }

    private Pipeline kept(Claim claim, Pipeline read) {
        claim.commit(() -> keep(claim.id(), read));
        return read;
    }

    private Optional<Pipeline> find(SwarmId swarm) {
        return jdbc.sql("select definition from pipeline where swarm = :swarm")
                .param("swarm", swarm.value())
                .query((row, index) -> JSON.readValue(row.getString("definition"), Pipeline.class))
                .optional();
    }

    private void keep(SwarmId swarm, Pipeline pipeline) {
        jdbc.sql("insert into pipeline (swarm, definition) values (:swarm, cast(:definition as jsonb))")
                .param("swarm", swarm.value())
                .param("definition", JSON.writeValueAsString(pipeline))
                .update();
    }
}
