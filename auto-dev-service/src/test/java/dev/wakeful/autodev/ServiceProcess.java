package dev.wakeful.autodev;

import dev.wakeful.testing.TestKafka;
import dev.wakeful.testing.TestPostgres;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The service as a process of its own, as it is built and in the sandbox that is its default, on real infrastructure; it can be killed. */
public final class ServiceProcess implements AutoCloseable {

    private final String name;
    private final String database = TestPostgres.freshSchema();
    private final Map<String, Object> settings = new TreeMap<>();
    private @Nullable Process process;

    /** @param name of it and of its log in {@code target} */
    public ServiceProcess(String name, Path data) {
        this.name = name;
        settings.putAll(Map.of(
                "spring.datasource.url", database,
                "spring.kafka.bootstrap-servers", TestKafka.bootstrapServers(),
                "wakeful.partitions", "1",
                "wakeful.consumer-group", name + "-" + System.nanoTime(),
                "wakeful.auto-dev.directory", data,
                "wakeful.gateway-secret", "a-secret-of-at-least-thirty-two-characters",
                "wakeful.auto-dev.lease", "3s",
                "wakeful.auto-dev.limits.soft-swarms", "20",
                "db-scheduler.polling-interval", "500ms",
                "server.port", "0"));
    }

    public ServiceProcess with(String key, Object value) {
        settings.put(key, value);
        return this;
    }

    /** The address of its database. */
    public String database() {
        return database;
    }

    /** @param environment beside that of the tests */
    public void start(Map<String, String> environment) throws IOException {
        List<String> argv = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OnAQuietMachine.class.getName()));
        settings.forEach((key, value) -> argv.add("--" + key + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(argv)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/" + name + ".log")));
        builder.environment().putAll(environment);
        process = builder.start();
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
