package dev.wakeful.commandcenter.projection;

import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.BuildEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.DispatchEvent;
import dev.wakeful.events.Event;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.HealthEvent;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What happened, in one plain sentence for people. */
final class Summary {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Summary() {}

    static String of(Event event) {
        return switch (event) {
            case BuildEvent build -> of(build);
            case FindingEvent finding -> of(finding);
            case TaskEvent task -> of(task);
            case DispatchEvent dispatch -> of(dispatch);
            case BudgetEvent budget -> of(budget);
            case SwarmEvent swarm -> of(swarm);
            case ChangeEvent change -> of(change);
            case ModeEvent mode -> of(mode);
            case ControlEvent control -> of(control);
            case HealthEvent health -> of(health);
        };
    }

    private static String of(BuildEvent event) {
        return switch (event) {
            case BuildEvent.Failed failed ->
                "%s failed on %s of %s at %s."
                        .formatted(
                                failed.job(),
                                failed.branch(),
                                failed.repository(),
                                failed.revision().abbreviated());
            case BuildEvent.Passed passed ->
                "%s passed on %s of %s at %s."
                        .formatted(
                                passed.job(),
                                passed.branch(),
                                passed.repository(),
                                passed.revision().abbreviated());
            case BuildEvent.Caused caused ->
                "%s ended with %s on our branch %s of %s: %s."
                        .formatted(
                                caused.job(),
                                caused.conclusion(),
                                caused.branch(),
                                caused.repository(),
                                caused.took() == null
                                        ? "nobody tells how long it took"
                                        : "it took " + caused.took().toSeconds() + " s");
            case BuildEvent.Unmatched unmatched ->
                "%s reported on %s, which nobody has added.".formatted(unmatched.source(), unmatched.repository());
        };
    }

    private static String of(FindingEvent event) {
        return switch (event) {
            case FindingEvent.Raised raised ->
                "A %s in %s: %s"
                        .formatted(
                                words(raised.failure().kind()),
                                raised.repository(),
                                sentence("taken for " + words(raised.classification()) + ", because "
                                        + raised.reason()));
            case FindingEvent.Attached attached ->
                "The same failure again: report %d of one finding.".formatted(attached.reports());
            case FindingEvent.Reclassified again ->
                sentence("Now taken for %s: %s".formatted(words(again.classification()), again.reason()));
            case FindingEvent.Resolved resolved ->
                sentence("Resolved at %s: %s".formatted(resolved.revision().abbreviated(), resolved.reason()));
        };
    }

    private static String of(TaskEvent event) {
        return switch (event) {
            case TaskEvent.Planned planned ->
                sentence("Planned with priority %d and a cap of %s: %s"
                        .formatted(planned.priority(), planned.cap(), planned.title()));
            case TaskEvent.ApprovalRequired waiting ->
                sentence("Waits for a person: " + waiting.decision().outcome());
            case TaskEvent.Started started ->
                sentence("Attempt %d asked for: %s"
                        .formatted(started.attempt(), started.decision().outcome()));
            case TaskEvent.Postponed postponed ->
                sentence("Postponed until %s: %s"
                        .formatted(at(postponed.until()), postponed.decision().outcome()));
            case TaskEvent.Proposed proposed ->
                sentence("Offered to people: " + proposed.decision().outcome());
            case TaskEvent.Parked parked ->
                sentence("Set aside: " + parked.decision().outcome());
            case TaskEvent.Closed closed ->
                sentence("Closed: " + closed.decision().outcome());
        };
    }

    private static String of(DispatchEvent event) {
        return switch (event) {
            case DispatchEvent.SwarmRequested requested ->
                "A swarm is wanted for %s, quoted at %s and limited to %d min."
                        .formatted(
                                requested.repository().name(),
                                requested.quote(),
                                requested.timeLimit().toMinutes());
            case DispatchEvent.SwarmStopRequested stop ->
                sentence("Its swarm is told to stop: " + stop.decision().outcome());
        };
    }

    private static String of(BudgetEvent event) {
        return switch (event) {
            case BudgetEvent.Reserved reserved ->
                "%s set aside in %s.".formatted(reserved.amount(), String.join(", ", reserved.scopes()));
            case BudgetEvent.Denied denied ->
                "%s denied: %s has %s left until %s."
                        .formatted(denied.amount(), denied.scope(), denied.available(), at(denied.retryAt()));
            case BudgetEvent.Settled settled -> "%s spent, %s released.".formatted(settled.spent(), settled.released());
            case BudgetEvent.Released released ->
                sentence("%s released: %s".formatted(released.released(), released.reason()));
            case BudgetEvent.RateTripped tripped ->
                sentence("Paused after %s: %s".formatted(tripped.spent(), tripped.reason()));
            case BudgetEvent.CiBooked booked ->
                "%s for %d CI minutes of %s%s%s."
                        .formatted(
                                booked.cost(),
                                booked.minutes(),
                                booked.repository(),
                                booked.measured() ? "" : ", at the worst case",
                                booked.covered() ? "" : "; a cap had no room for it");
            case BudgetEvent.LimitChanged changed ->
                sentence("%s changed the cap %s from %s to %s: %s"
                        .formatted(changed.by(), changed.limit(), changed.before(), changed.now(), changed.reason()));
            case BudgetEvent.LimitRefused refused ->
                sentence("The cap %s is not changed to %s: %s"
                        .formatted(refused.limit(), refused.wanted(), refused.refusal()));
            case BudgetEvent.ProviderLost lost ->
                sentence("%s cannot be reached: %s".formatted(lost.provider(), lost.reason()));
            case BudgetEvent.ProviderBack back -> "%s answers again.".formatted(back.provider());
            case BudgetEvent.Alerted alerted ->
                "%d %% of %s is in use: %s of %s until %s."
                        .formatted(
                                alerted.percent(),
                                alerted.scope(),
                                alerted.used(),
                                alerted.limit(),
                                at(alerted.until()));
        };
    }

    private static String of(SwarmEvent event) {
        return switch (event) {
            case SwarmEvent.Started started -> "A swarm started to work on %s.".formatted(started.repository());
            case SwarmEvent.Progressed progressed -> sentence(progressed.message());
            case SwarmEvent.Completed completed ->
                "Fixed and proven by %s: %d lines added, %d removed in %d files."
                        .formatted(
                                completed.strategy(),
                                completed.diff().added(),
                                completed.diff().removed(),
                                completed.diff().files());
            case SwarmEvent.WorkspaceChanged changed -> workspace(changed);
            case SwarmEvent.Stopped stopped -> sentence("Stopped before it was done: " + stopped.reason());
            case SwarmEvent.Failed failed ->
                sentence("No fix (%s): %s".formatted(words(failed.reason()), failed.message()));
        };
    }

    private static String workspace(SwarmEvent.WorkspaceChanged changed) {
        String state = switch (changed.state()) {
            case CUT -> "The workspace is in use";
            case KEPT -> "The workspace is kept until " + until(changed);
            case MARKED -> "The workspace is to be removed";
            case REMOVED -> "The workspace was removed";
        };
        return sentence("%s, %d MiB: %s".formatted(state, changed.bytes() >> 20, changed.reason()));
    }

    private static String until(SwarmEvent.WorkspaceChanged kept) {
        Instant until = kept.until();
        return until == null ? "its room is needed" : at(until);
    }

    private static String of(ChangeEvent event) {
        return switch (event) {
            case ChangeEvent.Proposed proposed ->
                "%s %s is open: %s into %s of %s."
                        .formatted(
                                proposed.draft() ? "Draft pull request" : "Pull request",
                                proposed.pullRequest(),
                                proposed.branch(),
                                proposed.base(),
                                proposed.repository());
            case ChangeEvent.Refused refused -> sentence("The change could not be offered: " + refused.reason());
        };
    }

    private static String of(ModeEvent event) {
        return switch (event) {
            case ModeEvent.Changed changed -> sentence("Mode %s: %s".formatted(changed.mode(), changed.reason()));
            case ModeEvent.Decided decided ->
                sentence(decided.decision().rule() + ": " + decided.decision().outcome());
        };
    }

    private static String of(ControlEvent event) {
        return switch (event) {
            case ControlEvent.RepositoryAdded added ->
                "%s is watched on %s, checked by: %s"
                        .formatted(
                                added.repository().name(),
                                added.repository().branch(),
                                added.repository().check());
            case ControlEvent.RepositoryRemoved removed ->
                "%s is not watched any more.".formatted(removed.repository());
            case ControlEvent.Stopped stopped ->
                sentence("Emergency stop by %s: %s".formatted(stopped.by(), stopped.reason()));
            case ControlEvent.Resumed resumed ->
                sentence("Resumed by %s: %s".formatted(resumed.by(), resumed.reason()));
            case ControlEvent.TaskApproved approved ->
                sentence("%s approved it for %s: %s".formatted(approved.by(), approved.quote(), approved.reason()));
            case ControlEvent.TaskDenied denied -> sentence("%s denied it: %s".formatted(denied.by(), denied.reason()));
            case ControlEvent.TaskStopRequested stop ->
                sentence("%s wants the task ended: %s".formatted(stop.by(), stop.reason()));
            case ControlEvent.LimitSet set ->
                sentence("%s asks for %s as the cap %s: %s"
                        .formatted(set.by(), set.amount(), set.limit(), set.reason()));
            case ControlEvent.ModeRequested requested ->
                sentence("%s asks for mode %s: %s".formatted(requested.by(), requested.mode(), requested.reason()));
            case ControlEvent.ContextSet set -> "%s is %s.".formatted(set.by(), words(set.context()));
            case ControlEvent.CheckpointRequested requested ->
                "%s asks every service for the checkpoint %s.".formatted(requested.by(), requested.checkpoint());
            case ControlEvent.WorkspaceRemovalRequested requested ->
                sentence("%s asks for the workspace of %s to be removed: %s"
                        .formatted(requested.by(), requested.swarm(), requested.reason()));
            case ControlEvent.PersonSeen seen -> sentence("%s was seen: %s".formatted(seen.by(), seen.how()));
        };
    }

    private static String of(HealthEvent event) {
        return switch (event) {
            case HealthEvent.Beat beat -> "%s lives.".formatted(beat.instance());
            case HealthEvent.Quieted quieted ->
                "%s is quiet: %d processes ended.".formatted(quieted.instance(), quieted.processes());
            case HealthEvent.Missing missing ->
                "%s is missing; its last sign of life was at %s.".formatted(missing.instance(), at(missing.lastBeat()));
            case HealthEvent.Checkpointed written ->
                "%s wrote checkpoint %s: %d rows in %d bytes."
                        .formatted(written.instance(), written.checkpoint(), written.rows(), written.bytes());
            case HealthEvent.Recovered recovered -> "%s is back.".formatted(recovered.instance());
        };
    }

    private static String at(Instant instant) {
        return UTC.format(instant);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String sentence(String text) {
        String trimmed = text.strip().replaceAll("\\s+", " ");
        return trimmed.endsWith(".") || trimmed.endsWith("!") || trimmed.endsWith("?") ? trimmed : trimmed + ".";
    }
}
