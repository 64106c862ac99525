package dev.wakeful.commandcenter;

import dev.wakeful.events.Money;
import dev.wakeful.service.ServiceApplication;
import dev.wakeful.testing.EventSender;
import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Runs the command center on test infrastructure with stories to look at, until it is ended: for working on the pages. */
final class Preview {

    private Preview() {}

    public static void main(String[] args) {
        ServiceApplication.runBeside(CommandCenterApplication.class, "command-center", settings());
        if (args.length == 0 || !args[0].equals("empty")) {
            tell();
        }
        System.out.println("http://127.0.0.1:8420");
    }

    private static Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url",
                TestPostgres.freshSchema(),
                "spring.kafka.bootstrap-servers",
                TestKafka.bootstrapServers(),
                "spring.kafka.admin.auto-create",
                false,
                "spring.thymeleaf.cache",
                false,
                "spring.thymeleaf.prefix",
                "file:command-center/src/main/resources/templates/command-center/",
                "spring.web.resources.static-locations",
                "file:command-center/src/main/resources/static/command-center/",
                "wakeful.command-center.token",
                "preview");
    }

    private static void tell() {
        Instant now = Instant.now();
        Story done = Story.about("acme/shop", now.minusSeconds(3_000))
                .installed()
                .reported()
                .started()
                .mended();
        Story parked = Story.about("acme/billing", now.minusSeconds(1_200))
                .installed()
                .reported()
                .started()
                .givenUp();
        Story running = Story.about("acme/web", now.minusSeconds(14))
                .installed()
                .reported()
                .started();
        running.reportedAgain().unmatched("acme/stranger").money("9999-12-31");
        Story asked = Story.about("acme/api", now.minusSeconds(400)).reported();
        asked.asks(Money.dollars(5), Duration.ofHours(12));
        Story missing = Story.about("acme/web", now.minusSeconds(130)).missing("budget");
        try (EventSender sender = new EventSender()) {
            java.util.stream.Stream.of(done, parked, running, missing, asked)
                    .flatMap(story -> story.events().stream())
                    .forEach(said -> sender.send(said.event(), said.envelope()));
            System.out.println("/tasks/" + done.task + "\n/tasks/" + parked.task + "\n/tasks/" + running.task);
        }
    }
}
