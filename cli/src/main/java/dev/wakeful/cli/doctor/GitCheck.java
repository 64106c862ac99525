package dev.wakeful.cli.doctor;

import dev.wakeful.cli.process.Program;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Work is cut, bisected and offered with Git; the options used came with 2.31. */
record GitCheck(Program program) implements Check {

    private static final Pattern VERSION = Pattern.compile("git version (\\d+)\\.(\\d+)\\S*");
    private static final String FIX = "Install Git 2.31 or newer.";

    @Override
    public Diagnosis diagnose() throws InterruptedException {
        Program.Ended ended = program.run(Duration.ofSeconds(5));
        Matcher version = VERSION.matcher(ended.out());
        if (!ended.ok() || !version.find()) {
            return Diagnosis.problem("git", "Git is not installed.", FIX);
        }
        int number = Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2));
        return number >= 2031
                ? Diagnosis.ok("git", version.group())
                : Diagnosis.problem("git", version.group() + " is too old.", FIX);
    }
}
