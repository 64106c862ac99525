package dev.wakeful.standalone;

import dev.wakeful.events.EnvelopeHeaders;
import dev.wakeful.events.Stream;
import dev.wakeful.events.UndecodableEvent;
import dev.wakeful.service.checkpoint.Manifest;
import dev.wakeful.service.checkpoint.Manifest.Position;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** Takes the services' consumer groups back to where a checkpoint was, so that everything the broker holds since is heard again. */
final class Rewind implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final String broker;
    private final Admin admin;
    private final Map<String, Map<TopicPartition, Long>> recorded;
    private final Map<TopicPartition, Long> first;
    private final Map<TopicPartition, Long> end;

    Rewind(String broker, List<Manifest> manifests) throws InterruptedException {
        this.broker = broker;
        this.admin = Admin.create(Map.of("bootstrap.servers", broker));
        String cluster = ask(admin.describeCluster().clusterId());
        this.recorded = recorded(manifests, cluster);
        this.first = offsets(OffsetSpec.earliest());
        this.end = offsets(OffsetSpec.latest());
    }

    /** Positions of another broker mean nothing here: then everything is heard from the beginning. */
    private static Map<String, Map<TopicPartition, Long>> recorded(List<Manifest> manifests, String cluster) {
        Map<String, Map<TopicPartition, Long>> groups = new HashMap<>();
        for (Manifest manifest : manifests) {
            groups.put(manifest.service() + "-control", new HashMap<>());
            groups.put(manifest.service() + "-work", new HashMap<>());
            for (Position position : manifest.positions()) {
                Map<TopicPartition, Long> group = groups.computeIfAbsent(position.group(), name -> new HashMap<>());
                if (position.cluster().equals(cluster)) {
                    group.put(new TopicPartition(position.topic(), position.partition()), position.offset());
                }
            }
        }
        return groups;
    }

    private Map<TopicPartition, Long> offsets(OffsetSpec which) throws InterruptedException {
        Set<String> there = ask(admin.listTopics().names());
        List<String> ours = Arrays.stream(Stream.values())
                .map(Stream::topic)
                .filter(there::contains)
                .toList();
        Map<TopicPartition, OffsetSpec> asked = ask(admin.describeTopics(ours).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .collect(Collectors.toMap(partition -> partition, partition -> which));
        return ask(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().offset()));
    }

    /** @throws StartFailed while anybody is in one of the groups */
    void requireNobody() throws InterruptedException {
        for (var group : admin.describeConsumerGroups(recorded.keySet())
                .describedGroups()
                .entrySet()) {
            if (members(group.getValue()) > 0) {
                throw new StartFailed("Somebody still hears events as " + group.getKey()
                        + ". End all services, wait ten seconds and try again; nothing was changed.");
            }
        }
    }

    /** Nobody is in a group that the broker has never seen. */
    private static int members(KafkaFuture<ConsumerGroupDescription> group) throws InterruptedException {
        try {
            return group.get(PATIENCE_SECONDS, TimeUnit.SECONDS).members().size();
        } catch (ExecutionException | TimeoutException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return 0;
            }
            throw new StartFailed("The broker does not say who hears events: " + e, e);
        }
    }

    /** Reads what was said since any service's position. */
    LostTime lostTime(List<Manifest> manifests) {
        LostTime lost = new LostTime(manifests);
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker, "fetch.max.wait.ms", 100),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(end.keySet());
            end.keySet().forEach(partition -> consumer.seek(partition, lowest(partition)));
            while (end.entrySet().stream().anyMatch(each -> consumer.position(each.getKey()) < each.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> see(record, lost));
            }
        }
        return lost;
    }

    private long lowest(TopicPartition partition) {
        return recorded.values().stream()
                .flatMap(group -> java.util.stream.Stream.ofNullable(group.get(partition)))
                .mapToLong(offset -> within(partition, offset))
                .min()
                .orElseGet(() -> Objects.requireNonNull(first.get(partition)));
    }

    private long within(TopicPartition partition, long offset) {
        return Math.clamp(
                offset, Objects.requireNonNull(first.get(partition)), Objects.requireNonNull(end.get(partition)));
    }

    private static void see(ConsumerRecord<String, byte[]> record, LostTime lost) {
        String sequence = text(record, "ce_sequence");
        if (sequence != null) {
            try {
                lost.saw(EnvelopeHeaders.read(name -> text(record, name)), Long.parseLong(sequence), record.value());
            } catch (UndecodableEvent | NumberFormatException e) {
                // whoever hears it makes a dead letter of it, as before
            }
        }
    }

    private static @Nullable String text(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Groups that a checkpoint does not know of for a partition hear it from the beginning; their inbox knows what they did. */
    void rewind() throws InterruptedException {
        for (Map.Entry<String, Map<TopicPartition, Long>> group : recorded.entrySet()) {
            Map<TopicPartition, OffsetAndMetadata> wanted = new HashMap<>();
            Set<TopicPartition> known = new HashSet<>(committed(group.getKey()));
            known.addAll(group.getValue().keySet());
            known.retainAll(end.keySet());
            for (TopicPartition partition : known) {
                Long then = group.getValue().get(partition);
                wanted.put(
                        partition,
                        new OffsetAndMetadata(
                                then == null ? Objects.requireNonNull(first.get(partition)) : within(partition, then)));
            }
            if (!wanted.isEmpty()) {
                letGo(group.getKey());
                ask(admin.alterConsumerGroupOffsets(group.getKey(), wanted).all());
            }
        }
    }

    private Set<TopicPartition> committed(String group) throws InterruptedException {
        return ask(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .keySet();
    }

    /** Its members are gone with the process; the broker would wait for them a while. */
    private void letGo(String group) throws InterruptedException {
        try {
            admin.removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
                    .all()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // nobody was in it
        }
    }

    private static <T> T ask(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new StartFailed("The broker cannot be taken back to the checkpoint: " + e, e);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(2));
    }
}
