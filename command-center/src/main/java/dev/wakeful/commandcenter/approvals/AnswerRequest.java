package dev.wakeful.commandcenter.approvals;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.people.Reason;
import dev.wakeful.commandcenter.people.RequestRefused;
import dev.wakeful.events.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a person answers, as it came in.
 *
 * @param answer {@code approve} or {@code deny}
 * @param reason required to deny
 * @param quote the quote that was shown, in micro-dollars: the answer is to exactly that (AUTH-10)
 * @param by how the person is called
 */
public record AnswerRequest(
        @Nullable String answer,
        @Nullable String reason,
        @Nullable Long quote,
        @Nullable String by) {

    /** @throws RequestRefused when it is no answer */
    Answer checked() {
        boolean yes = yes();
        if (quote == null) {
            throw new RequestRefused(
                    "'quote' is missing: give the quote that was shown, in micro-dollars, so that the answer is"
                            + " to exactly that.");
        }
        return new Answer(yes, Money.micros(quote), yes ? Reason.optional(reason) : denial(), Person.of(by));
    }

    private boolean yes() {
        return switch (answer == null ? "" : answer) {
            case "approve" -> true;
            case "deny" -> false;
            default -> throw new RequestRefused("'answer' must be 'approve' or 'deny', got '" + answer + "'.");
        };
    }

    private String denial() {
        if (reason == null || reason.isBlank()) {
            throw new RequestRefused("'reason' is missing: to deny, say in a few words why, for whoever asks later.");
        }
        return Reason.required(reason);
    }
}
