package dev.wakeful.benchmarks.relay;

import dev.wakeful.benchmarks.measure.Progress;
import dev.wakeful.benchmarks.measure.TemporaryDirectory;
import dev.wakeful.standalone.EmbeddedBroker;
import dev.wakeful.standalone.EmbeddedDatabase;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The broker and the database that the whole system uses too, with the same settings, on a directory that is removed. */
record Infrastructure(TemporaryDirectory directory, EmbeddedBroker broker, EmbeddedDatabase database)
        implements AutoCloseable {

    static Infrastructure start() throws IOException {
        Progress.say("starting broker and database");
        TemporaryDirectory directory = TemporaryDirectory.make("relay");
        EmbeddedBroker broker = EmbeddedBroker.in(directory.directory("kafka"));
        broker.start();
        EmbeddedDatabase database = EmbeddedDatabase.in(directory.path().resolve("postgresql"));
        return new Infrastructure(directory, broker, database);
    }

    String brokerAddress() {
        return broker.address();
    }

    /** A schema of its own for each measured service. */
    String databaseAddress(String service) throws SQLException {
        return database.addressFor(service);
    }

    /** One partition each, as in the standalone system. */
    void makeTopics(String... names) throws ExecutionException, InterruptedException {
        List<NewTopic> topics = Arrays.stream(names)
                .map(name -> new NewTopic(name, 1, (short) 1))
                .toList();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokerAddress()))) {
            admin.createTopics(topics).all().get();
        }
    }

    @Override
    public void close() throws IOException {
        database.close();
        broker.close();
        directory.close();
    }
}
