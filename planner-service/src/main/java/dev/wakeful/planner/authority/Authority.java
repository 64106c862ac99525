package dev.wakeful.planner.authority;

import dev.wakeful.events.Decision;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.planner.authority.Condition.Answer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Decides whether work on a finding may start without a person. Pure: the same situation gives the same verdict. */
public final class Authority {

    private Authority() {}

    public static Verdict judge(Situation situation) {
        FindingEvent.Raised finding = situation.finding();
        return switch (finding.classification()) {
            case REGRESSION -> regression(situation);
            case FLAKY ->
                setAside(
                        situation,
                        "quarantined: " + finding.reason() + ". Mend or delete the test; it is judged anew after the"
                                + " quarantine");
            case INFRASTRUCTURE ->
                setAside(
                        situation,
                        "the machine or network, not the code: " + finding.reason()
                                + ". See to that and re-run the job");
        };
    }

    private static Verdict regression(Situation situation) {
        Rule rule = Rule.on(situation.finding().failure().kind());
        Terms terms = rule.terms(situation.limits());
        List<Answer> answers = rule.answers(situation);
        List<Answer> unmet = answers.stream().filter(answer -> !answer.met()).toList();
        Map<String, String> inputs = inputs(situation.finding(), answers);
        return unmet.isEmpty()
                ? new Verdict.Dispatch(terms, allowed(rule, terms, inputs))
                : new Verdict.AskPerson(terms, refused(unmet, rule, inputs));
    }

    private static Decision allowed(Rule rule, Terms terms, Map<String, String> inputs) {
        return new Decision(
                rule.id(),
                "may start without a person: tier " + terms.tier() + ", priority " + terms.priority() + ", at most "
                        + terms.cap(),
                inputs,
                List.of(
                        new Decision.Refused("ask a person first", "every condition of " + rule.id() + " is met"),
                        new Decision.Refused("set it aside", "it is neither flaky nor infrastructure (TRG-17)")));
    }

    private static Decision refused(List<Answer> unmet, Rule rule, Map<String, String> inputs) {
        String numbers = unmet.stream()
                .map(answer -> answer.input() + ": " + answer.seen())
                .collect(Collectors.joining("; "));
        return new Decision(
                "AUTH-11",
                "a person decides, since a condition of " + rule.id() + " is not met: " + numbers
                        + ". Say yes, no, or mend it by hand",
                inputs,
                List.of(
                        new Decision.Refused("start without a person", numbers),
                        new Decision.Refused("drop it", "a met trigger is never dropped (AUTH-11)")));
    }

    private static Verdict setAside(Situation situation, String outcome) {
        FindingEvent.Raised finding = situation.finding();
        return new Verdict.SetAside(
                Rule.on(finding.failure().kind()).terms(situation.limits()),
                new Decision(
                        "TRG-17",
                        outcome,
                        inputs(finding, List.of()),
                        List.of(new Decision.Refused(
                                "send a swarm", "nobody is paid to fix what is not a regression (TRG-17)"))));
    }

    private static Map<String, String> inputs(FindingEvent.Raised finding, List<Answer> answers) {
        Map<String, String> inputs = new LinkedHashMap<>();
        inputs.put("classification", finding.classification().name());
        inputs.put("because", finding.reason());
        inputs.put("kind", finding.failure().kind().name());
        answers.forEach(answer -> inputs.put(answer.input(), answer.seen()));
        return inputs;
    }
}
