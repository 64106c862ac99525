package dev.wakeful.budget.gateway.wire;

import dev.wakeful.events.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a call is not made. Never 429: some agents repeat a 429 for ever.
 *
 * @param status the HTTP status
 * @param reason one word for programs
 * @param message for people
 * @param retryAt when it may be worth trying again
 */
public record Refusal(
        int status, String reason, String message, @Nullable Instant retryAt) {

    /** Unknown, expired, revoked: the caller is not told which. */
    public static Refusal unauthorized() {
        return new Refusal(401, "unauthorized", "Unauthorized", null);
    }

    public static Refusal malformed(String why) {
        return new Refusal(400, "malformed_request", why, null);
    }

    /** What the call asks for has no bound or no price here. */
    public static Refusal unmetered(String what) {
        return new Refusal(
                400, "not_metered", what + " cannot be bounded in advance, so the gateway does not pass it on", null);
    }

    public static Refusal tooLarge(int mostBytes) {
        return new Refusal(413, "request_too_large", "The body has more than " + mostBytes + " bytes", null);
    }

    /** With the list, so that its caller can choose another. */
    public static Refusal modelNotAllowed(String model, List<String> allowed) {
        return new Refusal(
                403,
                "model_not_allowed",
                "The model '" + model + "' is not allowed; allowed are " + String.join(", ", allowed),
                null);
    }

    public static Refusal usedUp(Money worstCase, Money available) {
        return new Refusal(
                402,
                "budget_used_up",
                "The swarm's budget is used up: this call may cost " + worstCase + ", and " + available
                        + " is left. Do not try again; end the work",
                null);
    }

    /** Money may be left, and is not for this swarm any more (BUD-8). */
    public static Refusal rateStopped() {
        return new Refusal(
                402,
                "rate_stopped",
                "The swarm spent too fast, or without progress, so its calls are stopped for good."
                        + " Do not try again; end the work",
                null);
    }

    public static Refusal notConfigured(String provider) {
        return new Refusal(503, "provider_not_configured", "provider not configured: " + provider, null);
    }

    public static Refusal parked(String provider, Instant until) {
        return new Refusal(
                503, "provider_parked", "The usage limit of " + provider + " is reached until " + until, until);
    }

    public static Refusal outage(String provider, Instant retryAt) {
        return new Refusal(503, "provider_outage", provider + " does not answer", retryAt);
    }

    /** The provider began its answer, and said nothing of it in time. */
    public static Refusal stalled(String provider) {
        return new Refusal(504, "provider_stalled", provider + " has fallen silent in the middle of its answer", null);
    }

    public static Refusal tooLong(String provider) {
        return new Refusal(504, "call_too_long", "The call of " + provider + " has lasted too long", null);
    }

    /** By an emergency stop, until a person ends it (STOP-3). */
    public static Refusal stopped() {
        return new Refusal(
                503, "stopped", "The system is stopped; nothing is called until a person lets it go on", null);
    }

    /** The answer broke off before any of it could be passed on. */
    public static Refusal brokenAnswer(String provider) {
        return new Refusal(502, "provider_broke_off", "The answer of " + provider + " broke off", null);
    }

    /** Fails closed: what cannot be paid for is not called. */
    public static Refusal ledgerAway(Instant retryAt) {
        return new Refusal(503, "ledger_away", "The ledger does not answer, so nothing can be paid for", retryAt);
    }
}
