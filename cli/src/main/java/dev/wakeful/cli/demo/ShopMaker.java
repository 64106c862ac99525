package dev.wakeful.cli.demo;

import dev.wakeful.cli.process.Git;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the shop's repository from a series of patches; needs Git and a POSIX shell, and reads no configuration but its own. */
final class ShopMaker {

    private static final String CULPRIT = "Give the shipping prices names";
    private static final Pattern DATE = Pattern.compile("(?m)^Date: .*$");
    private static final int COMMITS = 12;
    private static final Duration BETWEEN = Duration.ofHours(5);
    private static final Duration NEWEST = Duration.ofMinutes(9);

    private ShopMaker() {}

    /** @param now the newest commit is some minutes older, the others some hours each */
    static Shop make(Path directory, Instant now) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Git git = Git.isolated(directory)
                .with("GIT_COMMITTER_NAME", "Acme CI")
                .with("GIT_COMMITTER_EMAIL", "ci@shop.example");
        git.run("init", "-q", "-b", Shop.BRANCH);
        git.feed(dated(now), "am", "-q", "--committer-date-is-author-date");
        List<String> commits = git.run("rev-list", "--reverse", "HEAD").lines().toList();
        String culprit = git.run("log", "--format=%H", "--fixed-strings", "--grep=" + CULPRIT);
        return new Shop(directory.toRealPath(), commits, culprit);
    }

    private static String dated(Instant now) throws IOException {
        Matcher dates = DATE.matcher(patches());
        StringBuilder text = new StringBuilder();
        for (int commit = 0; dates.find(); commit++) {
            Instant at = now.minus(NEWEST).minus(BETWEEN.multipliedBy(COMMITS - 1L - commit));
            dates.appendReplacement(
                    text, "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)));
        }
        return dates.appendTail(text).toString();
    }

    private static String patches() throws IOException {
        try (InputStream patches = ShopMaker.class.getResourceAsStream("shop.mbox")) {
            return new String(Objects.requireNonNull(patches).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
