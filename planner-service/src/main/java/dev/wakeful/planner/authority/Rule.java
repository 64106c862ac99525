package dev.wakeful.planner.authority;

import dev.wakeful.events.Failure;
import dev.wakeful.events.Money;
import java.util.List;
import java.util.stream.Stream;

/** The rows of the table of what may start without a person that a build can pull (AUTH-1, AUTH-2). */
enum Rule {
    AUTH_1(
            Failure.Kind.TEST_FAILURE,
            new Terms(1, 1, Money.dollars(5)),
            List.of(Conditions::failedRecently, Conditions::fewTests, Conditions::quoteWithinCap)),
    AUTH_2(
            Failure.Kind.BUILD_ERROR,
            new Terms(1, 1, Money.dollars(5)),
            List.of(Conditions::compileClass, Conditions::quoteWithinCap));

    private final Failure.Kind trigger;
    private final Terms terms;
    private final List<Condition> conditions;

    Rule(Failure.Kind trigger, Terms terms, List<Condition> conditions) {
        this.trigger = trigger;
        this.terms = terms;
        this.conditions = conditions;
    }

    static Rule on(Failure.Kind trigger) {
        return Stream.of(values())
                .filter(rule -> rule.trigger == trigger)
                .findFirst()
                .orElseThrow();
    }

    String id() {
        return name().replace('_', '-');
    }

    Terms terms() {
        return terms;
    }

    List<Condition.Answer> answers(Situation situation) {
        return conditions.stream()
                .map(condition -> condition.check(situation, terms))
                .toList();
    }
}
