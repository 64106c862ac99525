package dev.wakeful.standalone;

import dev.wakeful.events.Stream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics that are missing. One partition each: a single process gains nothing from more. */
final class Topics {

    private static final short COPIES = 1;

    private Topics() {}

    static void ensure(String broker) throws InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = Arrays.stream(Stream.values())
                    .flatMap(stream -> java.util.stream.Stream.of(stream.topic(), stream.deadLetterTopic()))
                    .filter(name -> !there.contains(name))
                    .map(name -> new NewTopic(name, 1, COPIES))
                    .toList();
            admin.createTopics(missing).all().get();
        } catch (ExecutionException e) {
            throw new StartFailed("The topics cannot be made: " + e.getCause(), e);
        }
    }
}
