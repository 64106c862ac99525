package dev.wakeful.commandcenter;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import dev.wakeful.events.ApprovalId;
import dev.wakeful.events.BudgetEvent;
import dev.wakeful.events.ChangeEvent;
import dev.wakeful.events.ChangeId;
import dev.wakeful.events.ControlEvent;
import dev.wakeful.events.Decision;
import dev.wakeful.events.Evidence;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmEvent;
import dev.wakeful.events.TaskEvent;
import dev.wakeful.testing.EventProbe;
import dev.wakeful.testing.EventSender;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages in a real browser (UI-1). Needs a Chromium on this machine and is skipped without. */
@CommandCenterTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserIT {

    private static final List<Path> CHROMIUMS = Stream.of(
                    "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");
    private static final Path SHOTS = Path.of("target", "screenshots");

    @LocalServerPort
    private int port;

    private Playwright playwright;
    private Browser browser;

    @BeforeAll
    void startBrowser() {
        Path chromium =
                CHROMIUMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        assumeTrue(chromium != null, "No Chromium found at " + CHROMIUMS + ": the pages are not tried in a browser");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(FLAGS));
    }

    @AfterAll
    void stopBrowser() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void thePagesFollowWhatHappensWithoutBeingReloaded() {
        Story story =
                Story.about("acme/live", Instant.now()).installed().reported().started();
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(base());
            page.evaluate("window.here = true");

            tell(story.events());
            assertThat(page.locator("#tasks")).containsText("acme/live");
            assertThat(page.locator("#swarms")).containsText("6 revisions are left");
            page.locator("#tasks a", new Page.LocatorOptions().setHasText("acme/live"))
                    .click();
            assertThat(page.locator("#summary .chip")).hasText("Working");
            page.evaluate("window.here = true");

            int told = story.events().size();
            story.mended();
            tell(story.events().subList(told, story.events().size()));
            assertThat(page.locator("#summary .chip")).hasText("Ready to review");
            assertThat(page.locator("#proof")).containsText("Proven");
            assertThat(page.locator("#pull-request code").last()).containsText("branch -D");
            assertThat(page.evaluate("window.here")).isEqualTo(true);
        }
    }

    @Test
    void nothingIsAskedOfAnyoneElseAndNothingIsComplainedAbout() {
        List<String> asked = new CopyOnWriteArrayList<>();
        List<String> complaints = new CopyOnWriteArrayList<>();
        Story story =
                Story.about("acme/alone", Instant.now()).reported().started().mended();
        tell(story.events());
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.onRequest((Request request) -> asked.add(request.url()));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(base());
            assertThat(page.locator("#tasks")).containsText("acme/alone");
            assertThat(page.locator("#live")).hasText("Live");
            page.navigate(base() + "/tasks/" + story.task);
            assertThat(page.locator("#live")).hasText("Live");
        }
        assertThat(asked).isNotEmpty().allMatch(url -> url.startsWith(base()));
        assertThat(complaints).isEmpty();
    }

    @Test
    void aPhoneShowsItAllWithoutScrollingSideways() {
        Story story = Story.about("acme/phone", Instant.now())
                .installed()
                .reported()
                .started()
                .mended();
        Story stranger = Story.about("acme/other", Instant.now()).unmatched("acme/stranger-with-quite-a-long-name");
        tell(story.events());
        tell(stranger.events());
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (BrowserContext context = browser.newContext(
                    new Browser.NewContextOptions().setViewportSize(375, 812).setColorScheme(scheme))) {
                Page page = context.newPage();
                for (String path : List.of("/", "/tasks/" + story.task)) {
                    page.navigate(base() + path);
                    assertThat(page.locator("#live")).hasText("Live");
                    assertThat(page.locator("#summary, #tasks").first()).containsText("acme/phone");
                    page.screenshot(new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(
                                    SHOTS.resolve("phone-" + scheme + (path.equals("/") ? "-now" : "-task") + ".png")));
                    assertThat(page.evaluate("document.documentElement.scrollWidth"))
                            .isEqualTo(375);
                }
            }
        }
    }

    /** STOP-1, STOP-3, STOP-4: without script, by keyboard, on a phone. */
    @Test
    void theButtonStopsAndAPersonWithTheTokenResumes() {
        try (BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(375, 812).setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(base() + "/tasks/task-nobody-knows");
            Locator button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Emergency stop"));
            button.focus();
            page.keyboard().press("Enter");

            assertThat(page.locator(".safe-mode")).containsText("everything is stopped");
            assertThat(page.locator(".safe-mode")).containsText("somebody at the dashboard");
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SHOTS.resolve("stopped.png")));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in to resume"))
                    .click();
            page.locator("#name").fill("dana");
            page.locator("#token").fill("secret");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                    .click();
            page.locator("#resume-reason").fill("looked at it");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Resume"))
                    .click();
            assertThat(button).isVisible();
        }
    }

    /** AUTH-10, MODE-6: without script, by keyboard; whoever goes to a page themselves is seen. */
    @Test
    void aPersonSignsInAndAnswersWithoutScript() {
        Story story = Story.about("acme/asked", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), Duration.ofHours(12));
        tell(story.events());
        try (EventProbe probe = new EventProbe(dev.wakeful.events.Stream.CONTROL);
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(375, 812)
                        .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            Awaitility.await()
                    .until(() -> new Caller(port).get("/api/approvals/" + id).status() == 200);
            page.navigate(base() + "/approvals/" + id);
            assertThat(page.locator(".question")).containsText("Sign in to answer");
            assertThat(page.locator(".question form")).hasCount(0);

            signIn(page, "erin");
            page.locator("#reason-" + id).focus();
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("'reason' is missing");
            page.locator("#reason-" + id).fill("worth <b>it</b>");
            page.locator("#approve-" + id).press("Enter");

            probe.await(
                    ControlEvent.TaskApproved.class,
                    yes -> yes.approval().equals(id) && yes.by().equals("erin"));
            probe.await(ControlEvent.PersonSeen.class, seen -> seen.by().equals("erin"));
            page.navigate(base() + "/tasks/" + story.task);
            assertThat(page.locator("#question")).containsText("Approved by erin");
            assertThat(page.locator("#question")).containsText("worth <b>it</b>");
        }
    }

    /** CLI-1: everything by keyboard and without script, as with answers. */
    @Test
    void aTaskIsEndedFromItsPage() {
        Story story = Story.about("acme/ended", Instant.now()).reported().started();
        tell(story.events());
        try (EventProbe probe = new EventProbe(dev.wakeful.events.Stream.CONTROL);
                BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(375, 812)
                        .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            Awaitility.await()
                    .until(() ->
                            new Caller(port).get("/api/tasks/" + story.task).status() == 200);
            page.navigate(base() + "/tasks/" + story.task);
            assertThat(page.locator("#stop")).containsText("Sign in");
            assertThat(page.locator("#stop form")).hasCount(0);

            signIn(page, "ines");
            page.navigate(base() + "/tasks/" + story.task);
            page.locator("#stop-it summary").press("Enter");
            page.locator("#stop-reason").fill("by hand");
            page.locator("#stop-button").press("Enter");

            probe.await(
                    ControlEvent.TaskStopRequested.class,
                    stop -> stop.task().equals(story.task) && stop.by().equals("ines"));
            assertThat(page.locator("#stop")).containsText("ines wanted this task ended");
            assertThat(page.locator("#stop form")).hasCount(0);
        }
    }

    /** A session is begun only with the token, and a page of anybody else cannot use it. */
    @Test
    void whoeverHasNoTokenOrIsElsewhereCannotAnswer() throws IOException {
        Story story = Story.about("acme/foreign", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), Duration.ofHours(12));
        tell(story.events());
        Awaitility.await()
                .until(() -> new Caller(port).get("/api/approvals/" + id).status() == 200);
        try (Stranger stranger = new Stranger(base() + "/approvals/" + id);
                BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(base() + "/sign-in");
            page.locator("#token").fill("guess");
            page.locator("#by-token button").click();
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("not the token");
            assertThat(page.locator("#live")).isHidden();

            page = context.newPage();
            signIn(page, "dana");
            for (String host : List.of("localhost", "127.0.0.1")) {
                page.navigate(stranger.at(host));
                Locator button = page.locator("button");
                assertThat(page.waitForResponse("**/approvals/*", button::click).status())
                        .as("from another site, and from another port, whose requests carry the session")
                        .isEqualTo(401);
                page.waitForLoadState();
            }
            assertThat(new Caller(port)
                            .get("/api/approvals/" + id)
                            .json()
                            .path("state")
                            .asString())
                    .isEqualTo("WAITING");
        }
    }

    @Test
    void whatWasTypedStaysWhenThePageFollowsWhatHappens() {
        Story story = Story.about("acme/typed", Instant.now()).reported();
        ApprovalId id = story.asks(Money.dollars(5), Duration.ofHours(12));
        tell(story.events());
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            signIn(page, "robin");
            assertThat(page.locator("#questions")).containsText("acme/typed");
            page.locator("#reason-" + id).fill("not before the rel");

            Story other = Story.about("acme/typed-too", Instant.now()).reported();
            other.asks(Money.dollars(7), Duration.ofHours(12));
            tell(other.events());
            assertThat(page.locator("#questions")).containsText("acme/typed-too");
            assertThat(page.locator("#reason-" + id)).isFocused();
            page.keyboard().type("ease");
            page.locator("#deny-" + id).click();

            page.navigate(base() + "/tasks/" + story.task);
            assertThat(page.locator("#question")).containsText("Denied by robin");
            assertThat(page.locator("#question")).containsText("not before the release");
        }
    }

    /** BUD-5, BUD-7, UI-1: to be looked at as well, in target/screenshots. */
    @Test
    void questionsAndMoneyFitAPhoneInLightAndDark() {
        Story story = Story.about("acme/wide", Instant.now())
                .installed()
                .reported()
                .started()
                .money("9999-12-30");
        story.mode(ModeEvent.Mode.NIGHT, ModeEvent.Context.AWAY, "dana is away");
        story.asks(Money.dollars(5), Duration.ofHours(12));
        Story done =
                Story.about("acme/done", Instant.now()).reported().started().mended();
        tell(story.events());
        tell(done.events());
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(375, 1280)) {
                try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 812)
                        .setColorScheme(scheme))) {
                    Page page = context.newPage();
                    signIn(page, "dana");
                    for (String path : List.of("/", "/budget", "/sign-in", "/tasks/" + story.task)) {
                        page.navigate(base() + path);
                        assertThat(page.locator("#live")).hasText("Live");
                        assertThat(page.locator("#mode")).not().isEmpty();
                        page.screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(SHOTS.resolve("people-" + width + "-" + scheme
                                        + path.replaceFirst("/tasks/.*", "/task")
                                                .replace('/', '-') + ".png")));
                        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                                .isEqualTo(width);
                    }
                }
            }
        }
    }

    private void signIn(Page page, String name) {
        String url = new Caller(port)
                .post("/api/sign-in", Map.of("by", name))
                .json()
                .path("url")
                .asString();
        page.navigate(url);
        page.locator("#begin").click();
        assertThat(page.locator(".who")).containsText("Signed in as " + name);
    }

    /** The answer to a form is the next page; a page that asked for itself meanwhile broke that off, and one was signed in and still at the door. */
    @Test
    void aPageWhoseFormIsOnItsWayDoesNotAskForItselfAgain() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.navigate(base() + "/sign-in");
            page.evaluate("window.stays = true; document.dispatchEvent(new Event('submit'))");
            signIn(context.newPage(), "tess");

            for (String name : List.of("acme/on-its-way", "acme/still-on-its-way")) {
                page.waitForResponse(
                        "**/sign-in",
                        () -> tell(Story.about(name, Instant.now()).reported().events()));
            }
            assertThat(page.evaluate("window.stays === true")).isEqualTo(true);
        }
    }

    @Test
    void hostileTextIsShownAndDoesNothing() {
        String hostile = "<img src=x onerror='window.hacked=true'><script>window.hacked=true</script>";
        Story story = Story.about("acme/hostile", Instant.now()).reported().started();
        story.say(
                "auto-dev",
                10,
                new SwarmEvent.Progressed(story.swarm, story.task, hostile, hostile + "\u202E\u001B[31m"));
        story.say(
                "ci-manager",
                10,
                new ChangeEvent.Proposed(
                        ChangeId.make(story.now()),
                        story.task,
                        story.swarm,
                        story.repository,
                        hostile,
                        "$(touch x)'" + hostile,
                        "main",
                        Story.head(),
                        true,
                        "javascript:window.hacked=true",
                        hostile));
        Story failed = Story.about("acme/hostile-end", Instant.now()).reported().started();
        failed.say("auto-dev", 10, hostileEnd(failed, hostile));
        failed.say(
                "planner",
                10,
                new TaskEvent.Parked(
                        failed.task,
                        failed.finding,
                        failed.repository,
                        hostile,
                        new Decision(
                                hostile,
                                hostile,
                                Map.of(hostile, hostile),
                                List.of(new Decision.Refused(hostile, hostile)))));
        ApprovalId asked = failed.asks(hostile, hostile + "\u202E", Money.dollars(1), Duration.ofHours(1));
        failed.say("planner", 10, new ModeEvent.Changed(ModeEvent.Mode.NIGHT, hostile, null, null, null));
        failed.say("budget", 10, new BudgetEvent.LimitRefused(hostile, Money.dollars(1), hostile, hostile));
        failed.say("budget", 10, new BudgetEvent.ProviderLost(hostile, failed.now(), hostile));
        Story doubtful =
                Story.about("acme/hostile-claim", Instant.now()).reported().started();
        doubtful.say("auto-dev", 10, hostileClaim(doubtful, hostile + "\u202E"));
        tell(story.events());
        tell(doubtful.events());
        tell(failed.events());
        Awaitility.await()
                .until(() -> new Caller(port).get("/api/budget").text().contains("window.hacked"));
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            for (String path : List.of(
                    "/",
                    "/tasks/" + story.task,
                    "/tasks/" + failed.task,
                    "/tasks/" + doubtful.task,
                    "/budget",
                    "/approvals/" + asked)) {
                page.navigate(base() + path);
                assertThat(page.locator("main")).containsText("<script>window.hacked=true</script>");
                assertThat(page.locator("#live")).hasText("Live");

                assertThat(page.evaluate("window.hacked")).isNull();
                assertThat(page.locator("main img, main script").count()).isZero();
                assertThat(page.content()).doesNotContain("\u202E");
            }
            page.navigate(base() + "/tasks/" + doubtful.task);
            assertThat(page.locator("#suspicions"))
                    .containsText("Needs a person: the checks may not show what this change does");
            assertThat(page.locator("#not-reviewed"))
                    .containsText("Needs a person: no second agent accepts this change");
            assertThat(page.locator("#claim")).containsText("Not checked by anybody");
            assertThat(page.locator("#steps tbody tr")).hasCount(1);
            page.navigate(base() + "/tasks/" + story.task);
            assertThat(page.locator("#suspicions article, #claim, #steps").count())
                    .isZero();
            page.locator("#pull-request a").click();
            assertThat(page.evaluate("window.hacked")).isNull();
        }
    }

    /** VER-3, VER-5: what an agent says and where it weakened checks is text from outside too. */
    private static SwarmEvent.Completed hostileClaim(Story story, String hostile) {
        Evidence check = new Evidence(
                Evidence.Role.HEAD,
                Evidence.Grade.GATED,
                Story.head(),
                hostile,
                Evidence.Verdict.GREEN,
                0,
                Duration.ZERO,
                story.now(),
                hostile);
        Evidence step = new Evidence(
                Evidence.Role.HEAD,
                Evidence.Grade.GATED,
                Story.head(),
                hostile,
                Evidence.Verdict.GREEN,
                0,
                Duration.ZERO,
                story.now(),
                hostile,
                hostile,
                hostile);
        return new SwarmEvent.Completed(
                story.swarm,
                story.task,
                story.finding,
                story.repository,
                "main",
                Story.head(),
                Story.head(),
                hostile,
                null,
                hostile,
                new SwarmEvent.Bundle(URI.create("http://127.0.0.1:8422/artefacts/s/fix.bundle"), "0".repeat(64), 1),
                new SwarmEvent.Diff(hostile, false, 1, 1, 1),
                List.of(check, step),
                SwarmEvent.Usage.NONE,
                List.of(
                        new SwarmEvent.Suspicion(hostile, hostile, 3, hostile, hostile),
                        new SwarmEvent.Suspicion(SwarmEvent.Suspicion.REVIEW_OBJECTS, hostile, 0, hostile, hostile)),
                hostile,
                null);
    }

    private static SwarmEvent.Failed hostileEnd(Story story, String hostile) {
        Evidence evidence = new Evidence(
                Evidence.Role.BASE,
                Evidence.Grade.OBSERVED,
                Story.head(),
                hostile,
                Evidence.Verdict.RED,
                1,
                Duration.ZERO,
                story.now(),
                hostile);
        return new SwarmEvent.Failed(
                story.swarm,
                story.task,
                story.finding,
                story.repository,
                SwarmEvent.Reason.NOT_FIXED,
                hostile,
                new SwarmEvent.Culprit(Story.head(), hostile, hostile),
                List.of(evidence),
                SwarmEvent.Usage.NONE);
    }

    @Test
    void aLostConnectionIsSaidAndFoundAgain() {
        try (BrowserContext context = browser.newContext()) {
            Page page = context.newPage();
            page.route("**/api/stream**", Route::abort);
            page.navigate(base());
            assertThat(page.locator("#lost")).isVisible();
            assertThat(page.locator("#live")).hasText("Connection lost");

            page.unroute("**/api/stream**");
            assertThat(page.locator("#live")).hasText("Live");
            assertThat(page.locator("#lost")).isHidden();
        }
    }

    private void tell(List<Story.Said> events) {
        try (EventSender sender = new EventSender()) {
            events.forEach(said -> sender.send(said.event(), said.envelope()));
        }
    }

    private String base() {
        return "http://127.0.0.1:" + port;
    }
}
