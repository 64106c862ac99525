package dev.wakeful.planner.mode;

import dev.wakeful.events.Failure;
import dev.wakeful.events.ModeEvent.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What people usually do when, and which kinds of work may start then (MODE-9).
 *
 * @param rules the first that fits counts
 * @param work which kinds of work may start in a context; a context that is not named allows all
 */
@ConfigurationProperties("wakeful.planner.contexts")
public record ContextProperties(
        @DefaultValue List<Rule> rules, @DefaultValue Map<Context, Set<Failure.Kind>> work) {

    private static final String KEY = "wakeful.planner.contexts.rules";

    public ContextProperties {
        rules = List.copyOf(rules);
        work = Map.copyOf(work);
        rules.forEach(Rule::span);
    }

    public boolean allows(Context context, Failure.Kind kind) {
        return work.getOrDefault(context, Set.of(Failure.Kind.values())).contains(kind);
    }

    /** What people do in these hours on these days. */
    public record Rule(
            Context context, @DefaultValue("DAILY") String days, String from, String to) {

        /** Reads one line as people write it, such as {@code SLEEPING DAILY 23:00-07:00}. */
        public static Rule of(String line) {
            String[] words = line.strip().split("\\s+", 2);
            if (words.length < 2
                    || Arrays.stream(Context.values())
                            .noneMatch(known -> known.name().equals(words[0]))) {
                throw new IllegalArgumentException(
                        KEY + " must be lines such as 'SLEEPING DAILY 23:00-07:00', is '" + line + "'");
            }
            Span.Written written = Span.Written.of(KEY, words[1]);
            return new Rule(Context.valueOf(words[0]), written.days(), written.from(), written.to());
        }

        Span span() {
            return Span.parse(KEY, days, from, to);
        }
    }
}
