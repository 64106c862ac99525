package dev.wakeful.autodev.swarm;

import dev.wakeful.events.Revision;
import org.jspecify.annotations.Nullable;

/** What the search for the culprit found. */
public sealed interface Found {

    /** The commit that turned the check red. */
    record TheCulprit(Diagnosis diagnosis) implements Found {}

    /**
     * No revision in reach is green.
     *
     * @param cut where the history ends because the repository is shallow; absent where it is not
     */
    record NothingGreen(int checked, @Nullable Revision cut) implements Found {

        /** What was looked at, as a person would say it. */
        String inWords(String check) {
            String looked = checked == 0
                    ? "There is no earlier revision to check with '" + check + "'"
                    : "None of the " + checked + " earlier revisions that were checked is green with '" + check + "'";
            return cut == null
                    ? looked
                    : looked + ": the repository is shallow, and its history ends at " + cut.abbreviated()
                            + ", so older commits could not be looked at. Fetch them there with 'git fetch --unshallow'"
                            + " and report the failure again; until then";
        }
    }
}
