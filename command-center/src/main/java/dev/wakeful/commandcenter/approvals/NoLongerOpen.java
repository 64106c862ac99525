package dev.wakeful.commandcenter.approvals;

import dev.wakeful.commandcenter.reading.Approval;

/** The question cannot be answered (any more) like this; the message says why, and what to do. Nothing was changed. */
public final class NoLongerOpen extends RuntimeException {

    private final Approval approval;

    private NoLongerOpen(Approval approval, String message) {
        super(message);
        this.approval = approval;
    }

    static NoLongerOpen closed(Approval approval) {
        return new NoLongerOpen(approval, because(approval));
    }

    static NoLongerOpen otherQuote(Approval approval) {
        return new NoLongerOpen(
                approval,
                "The quote is not the one that was shown: read the question again and answer with its quote.");
    }

    /** The question as it is now. */
    public Approval approval() {
        return approval;
    }

    private static String because(Approval approval) {
        return switch (approval.state()) {
            case "APPROVED", "DENIED" ->
                "It was answered before: " + approval.state().toLowerCase(java.util.Locale.ROOT) + " by "
                        + approval.answeredBy() + " at " + approval.answeredAt() + ". The first answer counts.";
            case "EXPIRED" ->
                "It expired at " + approval.expiresAt() + " without an answer; "
                        + (approval.byAgent() ? "the agent was refused" : "its task is parked")
                        + ", which is not a yes.";
            case "VOIDED" -> "A newer question about the same task took its place; answer that one.";
            case "WITHDRAWN" ->
                approval.byAgent()
                        ? "The agent that asked has ended; see " + approval.url() + "."
                        : "Its task went on without an answer; see " + approval.url() + ".";
            default -> "Its task went on without an answer; see " + approval.url() + ".";
        };
    }
}
