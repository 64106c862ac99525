package dev.wakeful.autodev.job;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.wakeful.autodev.artefact.Artefacts;
import dev.wakeful.autodev.swarm.Attempted;
import dev.wakeful.autodev.swarm.Candidate;
import dev.wakeful.autodev.swarm.Claim;
import dev.wakeful.autodev.workspace.GitResult;
import dev.wakeful.autodev.workspace.Workspace;
import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps every candidate as a patch the moment it is made, so that no end, a stop in the middle included, loses what was made (DEV-10). A
 * patch that cannot be written does not stop the swarm.
 */
@Component
class Patches {

    private static final Logger LOG = LoggerFactory.getLogger(Patches.class);
    private static final int BYTES = 8 << 20;
    private static final byte[] CUT =
            ("\n# cut here: the change has more than " + (BYTES >> 20) + " MiB\n").getBytes(US_ASCII);

    private final Artefacts artefacts;

    Patches(Artefacts artefacts) {
        this.artefacts = artefacts;
    }

    void keep(Attempted attempted, Claim claim, Workspace workspace) {
        switch (attempted) {
            case Attempted.Made made -> keep(made.candidate(), claim, workspace);
            case Attempted.Nothing nothing -> {}
        }
    }

    private void keep(Candidate candidate, Claim claim, Workspace workspace) {
        GitResult diff = workspace.revisions().diff(claim.request().revision(), candidate.head(), BYTES);
        try {
            artefacts.keepPatch(claim.id(), candidate.strategy().value(), text(diff));
        } catch (IOException e) {
            LOG.warn("Swarm {}: the patch of {} could not be kept: {}", claim.id(), candidate.strategy(), e.toString());
        }
    }

    private static byte[] text(GitResult diff) {
        byte[] output = diff.output();
        if (diff.complete()) {
            return output;
        }
        byte[] cut = Arrays.copyOf(output, output.length + CUT.length);
        System.arraycopy(CUT, 0, cut, output.length, CUT.length);
        return cut;
    }
}
