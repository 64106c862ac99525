package dev.wakeful.autodev.workspace;

import dev.wakeful.events.Revision;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The part of a repository that a workspace holds.
 *
 * @param base of the changes that are made in it
 */
record Part(Checkout checkout, Optional<Revision> base) {

    static final Part WHOLE = new Part(Checkout.WHOLE, Optional.empty());

    /** What of a revision is to be in the tree, where it is not all of it. A change made here is there with every file it touched. */
    Optional<Cone> at(Revision revision, Supplier<Revisions> revisions) {
        if (checkout.isWhole()) {
            return Optional.empty();
        }
        Cone cone = Cone.of(checkout);
        return Optional.of(base.filter(other -> !other.equals(revision))
                .map(other -> cone.with(revisions.get().touched(other, revision)))
                .orElse(cone));
    }
}
