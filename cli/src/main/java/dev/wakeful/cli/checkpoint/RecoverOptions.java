package dev.wakeful.cli.checkpoint;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** What {@code wakeful recover} can be told; shared with the program that really recovers. */
public final class RecoverOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:WAKEFUL_DATA:-${sys:user.home}/.wakeful}",
            description = "The data directory that is recovered (default: $$WAKEFUL_DATA, else ~/.wakeful).")
    private Path data = Path.of("");

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @ArgGroup(exclusive = false)
    private @Nullable Deployment deployment;

    /** Where services that run in processes of their own keep what they know. */
    public static final class Deployment {

        @Option(
                names = "--database",
                paramLabel = "URL",
                required = true,
                description =
                        "The PostgreSQL of services that run in processes of their own, with a superuser: jdbc:postgresql://HOST/NAME?user=U&password=P.")
        private String database = "";

        @Option(
                names = "--broker",
                paramLabel = "HOST:PORT",
                required = true,
                description = "Their Kafka. All services have to be ended.")
        private String broker = "";

        public String database() {
            return database;
        }

        public String broker() {
            return broker;
        }
    }

    private static final class Source {

        @Option(
                names = "--from",
                paramLabel = "FILE",
                description =
                        "A file of `wakeful checkpoint`, or a directory of checkpoints, of which the newest of each service count.")
        private @Nullable Path from;

        @Option(
                names = "--verify",
                paramLabel = "FILE",
                description =
                        "Only show that it can be recovered, in a database made for that; nothing else is touched.")
        private @Nullable Path verify;
    }

    /** The data directory as an absolute path. */
    public Path data() {
        return data.toAbsolutePath().normalize();
    }

    /** Absent: the standalone system of the data directory. */
    public Optional<Deployment> deployment() {
        return Optional.ofNullable(deployment);
    }

    public boolean verifyOnly() {
        return source.verify != null;
    }

    /** The file or directory of checkpoints. */
    public Path checkpoint() {
        Path given = source.verify != null ? source.verify : source.from;
        return (given == null ? Path.of("") : given).toAbsolutePath().normalize();
    }
}
