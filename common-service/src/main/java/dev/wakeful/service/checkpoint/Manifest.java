package dev.wakeful.service.checkpoint;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a checkpoint of one service says about itself; {@code manifest.json} in the file.
 *
 * @param format of the file; a reader refuses any other
 * @param checkpoint as it was asked for
 * @param at of this moment it tells
 * @param epoch the service's epoch then
 * @param said the number of the last event the service had said; later ones were unknown to it
 * @param positions where its consumer groups were before that moment; empty when the broker was away
 * @param migrations what its schema was made by, in order of version
 * @param sequences the last number each one gave; absent: none yet
 */
public record Manifest(
        int format,
        String service,
        String checkpoint,
        Instant at,
        long epoch,
        long said,
        List<Position> positions,
        List<Migration> migrations,
        Map<String, Sequence> sequences,
        List<Table> tables) {

    /** The only format so far. */
    public static final int FORMAT = 1;

    static final String NAME = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Manifest {
        positions = List.copyOf(positions);
        migrations = List.copyOf(migrations);
        sequences = Map.copyOf(sequences);
        tables = List.copyOf(tables);
    }

    static Manifest read(byte[] json) {
        return JSON.readValue(json, Manifest.class);
    }

    byte[] write() {
        return JSON.writeValueAsBytes(this);
    }

    public long rows() {
        return tables.stream().mapToLong(Table::rows).sum();
    }

    /** The highest version, which the schema is made up to. */
    public Optional<Migration> newest() {
        return migrations.stream().reduce((first, second) -> second);
    }

    /** The next record of a partition that the group had not handled. */
    public record Position(String cluster, String group, String topic, int partition, long offset) {}

    /** One step of the schema, as Flyway recorded it. */
    public record Migration(
            String version, String script, @Nullable Integer checksum) {}

    /** How far a sequence is. */
    public record Sequence(long last, boolean used) {}

    /** A table's content is the entry {@code tables/<name>}, in PostgreSQL's text format. */
    public record Table(String name, List<String> columns, long rows) {

        public Table {
            columns = List.copyOf(columns);
        }

        String entry() {
            return "tables/" + name;
        }

        /** The quoted column names. */
        String quotedColumns() {
            return String.join(", ", columns.stream().map(Names::quoted).toList());
        }
    }
}
