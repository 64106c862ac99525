package dev.wakeful.standalone.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a model makes an agent do. It is known by the check's command, which is in every brief. */
public enum Scenario {
    /** Look around, mend the price, run the check, say so. */
    MEND {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            List<Turn> turns = new ArrayList<>();
            turns.add(tools.shell(LOOK.formatted(secret)));
            turns.addAll(mended(tools, tree));
            return turns;
        }
    },
    /** Wait for a long time once in the middle, then mend it. */
    WAIT {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            List<Turn> turns = new ArrayList<>();
            turns.add(tools.shell(WHERE));
            turns.add(tools.shell("[ -e \"$HOME/" + WAITED + "\" ] || { touch \"$HOME/" + WAITED + "\"; sleep 100; }"));
            turns.addAll(mended(tools, tree));
            return turns;
        }
    },
    /** Fetch something from an address that does not answer, then mend it. */
    FETCH {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            List<Turn> turns = new ArrayList<>();
            turns.add(tools.shell(WHERE));
            turns.add(tools.fetch(FETCHED));
            turns.addAll(mended(tools, tree));
            return turns;
        }
    },
    /** Mend it, and show what is in the home and in the environment then. */
    POISONED {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            List<Turn> turns = new ArrayList<>();
            turns.add(tools.shell(WHERE));
            turns.addAll(mended(tools, tree));
            turns.add(tools.shell("ls -a \"$HOME\"; env; echo " + SHOWN));
            return turns;
        }
    },
    /** Think for a while before each answer, then mend it. */
    THINK(Duration.ofSeconds(25)) {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            return looked(tools, tree);
        }
    },
    /** Run something that is busy for a while and says nothing, then mend it. */
    BUILD {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            return looked(tools, tree, tools.shell("timeout 40 sh -c 'while :; do :; done'; echo built"));
        }
    },
    /** Begin something in the background, look after it again and again, then mend it. */
    POLL {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            Turn look = tools.shell("sleep 8; cat \"$TMPDIR/built\" 2>/dev/null || echo not yet");
            return looked(
                    tools,
                    tree,
                    tools.shell("(sleep 30; echo built > \"$TMPDIR/built\") >/dev/null 2>&1 &"),
                    look,
                    look,
                    look,
                    look,
                    look);
        }
    },
    /** Do the same again and again. */
    LOOP {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            return Stream.generate(() -> tools.shell(command())).limit(40).toList();
        }
    },
    /** Wait for something that never comes. */
    SLEEP {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            return List.of(tools.shell(WHERE), tools.shell("sleep 500"));
        }
    },
    /** A model that does not answer. */
    HANG(Duration.ofMinutes(5)) {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            return looked(tools, tree);
        }
    },
    /** Use nearly all tokens that are allowed, again and again. */
    SPEND {
        @Override
        List<Turn> turns(Toolbox tools, String tree, String secret) {
            return Stream.iterate(1, n -> n + 1)
                    .limit(100)
                    .map(n -> tools.shell("echo try " + n + "; " + command()))
                    .toList();
        }

        @Override
        Tokens used(Ask ask) {
            return new Tokens(INPUT, Math.max(OUTPUT, ask.most() * 9 / 10));
        }
    };

    /** Its presence in the home tells that the agent has begun to wait. */
    public static final String WAITED = "waited";

    /** Nobody listens there. */
    public static final String FETCHED = "http://127.0.0.1:9/secrets";

    /** Comes after all that {@link #POISONED} shows. */
    public static final String SHOWN = "that-is-all";

    /** What every call but those of {@link #SPEND} uses. */
    public static final long INPUT = 1000;

    public static final long OUTPUT = 50;

    private static final String WHERE = "echo \"TREE=$PWD\"";

    /** Everything that an agent can see of keys, without any of it being asked for by name. */
    private static final String LOOK = WHERE + "; env; cat /proc/[0-9]*/environ 2>/dev/null | tr '\\0' '\\n';"
            + " cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\\0' ' '; cat %s; true";

    private static final Pattern TREE = Pattern.compile("TREE=(/[^\\s\"\\\\]+)");

    private final Duration delay;

    Scenario() {
        this(Duration.ZERO);
    }

    Scenario(Duration delay) {
        this.delay = delay;
    }

    /** How long it thinks before each answer. */
    Duration delay() {
        return delay;
    }

    /** The command of the check in whose repository this is played. */
    public String command() {
        return "sh check.sh " + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scenario> of(Ask ask) {
        return Stream.of(values())
                .filter(scenario -> ask.body().contains(scenario.command()))
                .findFirst();
    }

    /**
     * What it answers next.
     *
     * @param secret a file that an agent must not be able to read
     */
    Turn next(Ask ask, Toolbox tools, String secret) {
        Matcher matcher = TREE.matcher(ask.body());
        List<Turn> turns = turns(tools, matcher.find() ? matcher.group(1) : ".", secret);
        return ask.tools().isEmpty() || ask.results() >= turns.size()
                ? new Turn.Say("Done: the price is fine.")
                : turns.get(ask.results());
    }

    abstract List<Turn> turns(Toolbox tools, String tree, String secret);

    Tokens used(Ask ask) {
        return new Tokens(INPUT, OUTPUT);
    }

    private static List<Turn> looked(Toolbox tools, String tree, Turn... then) {
        List<Turn> turns = new ArrayList<>(List.of(tools.shell(WHERE)));
        turns.addAll(List.of(then));
        turns.addAll(mended(tools, tree));
        return turns;
    }

    private static List<Turn> mended(Toolbox tools, String tree) {
        return Stream.concat(
                        tools.edit(tree + "/price.txt", "broken", "fine").stream(),
                        Stream.of(tools.shell("sh check.sh")))
                .toList();
    }
}
