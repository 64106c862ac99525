package dev.wakeful.planner.backlog;

import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.Money;
import dev.wakeful.events.TaskEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows from a person's answer. Pure. An answer counts for exactly the question that is open, as it was shown (AUTH-10). */
sealed interface Answer {

    /** The longest reason of a person that is kept. */
    int LONGEST = 500;

    /** It starts with the money that people approve. */
    record Yes(Tries tries, String because) implements Answer {}

    /** It is set aside. */
    record No(Move move) implements Answer {}

    /** Nothing changes, and this is why. */
    record Void(Decision why) implements Answer {}

    static Answer to(Task task, ControlEvent.TaskApproved yes, Instant now) {
        String against = against(task, yes.approval(), Optional.of(yes.quote()), now);
        if (!against.isEmpty() || !(task.state() instanceof TaskState.AwaitingApproval awaiting)) {
            return voided(yes.approval(), "yes", yes.by(), yes.reason(), against);
        }
        return new Yes(
                awaiting.tries().approved(yes.quote()),
                cut(yes.by()) + " said yes to " + yes.quote() + " (" + yes.approval() + "): " + cut(yes.reason()));
    }

    static Answer to(Task task, ControlEvent.TaskDenied no, Instant now) {
        String against = against(task, no.approval(), Optional.empty(), now);
        if (!against.isEmpty()) {
            return voided(no.approval(), "no", no.by(), no.reason(), against);
        }
        return new No(new Move(
                new TaskState.Parked(),
                new Decision(
                        "AUTH-10",
                        "set aside: " + cut(no.by()) + " said no: " + cut(no.reason()),
                        inputs(no.approval(), no.by(), no.reason()),
                        List.of(new Decision.Refused("start", "a person said no")))));
    }

    private static String against(Task task, ApprovalId approval, Optional<Money> quote, Instant now) {
        if (!(task.state() instanceof TaskState.AwaitingApproval awaiting)) {
            return "no question is open any more, the task is "
                    + task.state().getClass().getSimpleName();
        }
        TaskEvent.Question question = awaiting.question();
        if (!question.approval().equals(approval)) {
            return "it answers another question; open is " + question.approval();
        }
        if (quote.filter(said -> !said.equals(question.quote())).isPresent()) {
            return "it names " + quote.get() + ", asked was for " + question.quote();
        }
        return now.isBefore(question.expiresAt()) ? "" : "the question expired at " + question.expiresAt();
    }

    private static Answer voided(ApprovalId approval, String answer, String by, String reason, String against) {
        return new Void(new Decision(
                "AUTH-10",
                "a " + answer + " changes nothing: " + against,
                inputs(approval, by, reason),
                List.of(new Decision.Refused(
                        answer.equals("yes") ? "start" : "set it aside",
                        "an answer counts for exactly what was shown (AUTH-10)"))));
    }

    private static Map<String, String> inputs(ApprovalId approval, String by, String reason) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("approval", approval.value());
        inputs.put("by", cut(by));
        inputs.put("reason", cut(reason));
        return inputs;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
