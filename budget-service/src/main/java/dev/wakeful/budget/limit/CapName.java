package dev.wakeful.budget.limit;

import dev.wakeful.events.RepositoryName;
import java.util.Arrays;
import java.util.Optional;

/**
 * Names one cap.
 *
 * @param repository the one it is for; absent: everything of its kind that has no cap of its own
 */
record CapName(Cap cap, Optional<RepositoryName> repository) {

    private static final String OF_REPOSITORY = Cap.REPOSITORY.wireName() + ":";

    /** Nothing where there is no such cap. */
    static Optional<CapName> parse(String text) {
        if (text.startsWith(OF_REPOSITORY)) {
            return repository(text.substring(OF_REPOSITORY.length()))
                    .map(name -> new CapName(Cap.REPOSITORY, Optional.of(name)));
        }
        return Arrays.stream(Cap.values())
                .filter(cap -> cap.wireName().equals(text))
                .map(cap -> new CapName(cap, Optional.empty()))
                .findFirst();
    }

    private static Optional<RepositoryName> repository(String text) {
        try {
            return Optional.of(new RepositoryName(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return cap.wireName() + repository.map(name -> ":" + name).orElse("");
    }
}
