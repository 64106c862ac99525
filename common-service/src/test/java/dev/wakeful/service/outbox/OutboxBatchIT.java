package dev.wakeful.service.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.SwarmId;
import dev.wakeful.service.SampleServiceTest;
import dev.wakeful.service.Samples;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** STATE-1: a producer that does not take every row, on the real database. */
@SampleServiceTest
class OutboxBatchIT {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private Outbox outbox;

    @Autowired
    private TransactionOperations transactions;

    /** STATE-1: what comes after a row that was not taken stays behind it, and what was acknowledged is not sent again. */
    @Test
    void nothingOvertakesARowThatTheProducerDoesNotTake() {
        transactions.executeWithoutResult(status -> {
            SwarmId swarm = SwarmId.make(Instant.now());
            IntStream.range(0, 5).forEach(number -> outbox.append(Samples.progressed(swarm, number)));
            RefusingOnce producer = new RefusingOnce(2);
            OutboxBatch batch = new OutboxBatch(current(), producer);

            assertThatThrownBy(batch::send).isInstanceOf(KafkaException.class);
            assertThat(producer.taken()).containsExactly("0", "1");

            send(batch);
            assertThat(producer.taken()).containsExactly("0", "1", "2", "3", "4");
            status.setRollbackOnly();
        });
    }

    /** The transaction is never committed, so the service's own relay does not see its rows. */
    private Connection current() {
        return org.springframework.jdbc.datasource.DataSourceUtils.getConnection(dataSource);
    }

    private static void send(OutboxBatch batch) {
        try {
            assertThat(batch.send()).isEqualTo(3);
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class RefusingOnce extends MockProducer<String, byte[]> {

        private final int refused;
        private int asked;

        RefusingOnce(int refused) {
            super(true, null, new StringSerializer(), new ByteArraySerializer());
            this.refused = refused;
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
            return asked++ == refused
                    ? CompletableFuture.failedFuture(new TimeoutException("no metadata"))
                    : super.send(record);
        }

        List<String> taken() {
            return history().stream()
                    .map(record -> new String(record.value(), java.nio.charset.StandardCharsets.UTF_8))
                    .map(json -> json.replaceAll(".*\"step\":\"(\\d+)\".*", "$1"))
                    .toList();
        }
    }
}
