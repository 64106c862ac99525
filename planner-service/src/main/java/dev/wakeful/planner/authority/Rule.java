package dev.wakeful.planner.authority;

import dev.wakeful.events.Failure;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of the table of what may start without a person that a build can pull (AUTH-1, AUTH-2). */
enum Rule {
    AUTH_1(
            Failure.Kind.TEST_FAILURE,
            limits -> limits.testFailure().cap(),
            List.of(Conditions::failedRecently, Conditions::fewTests, Conditions::quoteWithinCap)),
    AUTH_2(
            Failure.Kind.BUILD_ERROR,
            limits -> limits.buildError().cap(),
            List.of(Conditions::compileClass, Conditions::quoteWithinCap));

    private final Failure.Kind trigger;
    private final Function<AuthorityProperties, BigDecimal> cap;
    private final List<Condition> conditions;

    Rule(Failure.Kind trigger, Function<AuthorityProperties, BigDecimal> cap, List<Condition> conditions) {
        this.trigger = trigger;
        this.cap = cap;
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

    Terms terms(AuthorityProperties limits) {
        return new Terms(1, 1, AuthorityProperties.money(cap.apply(limits)));
    }

    List<Condition.Answer> answers(Situation situation) {
        return conditions.stream()
                .map(condition -> condition.check(situation, terms(situation.limits())))
                .toList();
    }
}
