package dev.wakeful.service.checkpoint;

import dev.wakeful.service.checkpoint.Manifest.Position;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the consumer groups of a service are. */
final class Positions {

    private static final Logger LOG = LoggerFactory.getLogger(Positions.class);
    private static final int PATIENCE_SECONDS = 3;

    private final Map<String, Object> broker;
    private final List<String> groups;

    Positions(Map<String, Object> broker, List<String> groups) {
        this.broker = Map.copyOf(broker);
        this.groups = List.copyOf(groups);
    }

    /** Empty while the broker is away: then everything it holds is heard again, which the inbox makes harmless. */
    List<Position> now() throws InterruptedException {
        try (Admin admin = Admin.create(broker)) {
            String cluster = admin.describeCluster().clusterId().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return admin
                    .listConsumerGroupOffsets(groups.stream()
                            .collect(
                                    Collectors.toMap(Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .entrySet()
                    .stream()
                    .flatMap(group -> group.getValue().entrySet().stream()
                            .filter(each -> each.getValue() != null)
                            .map(each -> new Position(
                                    cluster,
                                    group.getKey(),
                                    each.getKey().topic(),
                                    each.getKey().partition(),
                                    each.getValue().offset())))
                    .toList();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            LOG.warn("A checkpoint is written without positions, the broker does not tell them: {}", e.toString());
            return List.of();
        }
    }
}
