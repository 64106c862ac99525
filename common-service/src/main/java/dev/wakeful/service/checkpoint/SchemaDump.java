package dev.wakeful.service.checkpoint;

import dev.wakeful.service.checkpoint.Manifest.Position;
import dev.wakeful.service.checkpoint.Manifest.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;

/** Writes everything a schema holds as one compressed file (zip): every table in PostgreSQL's text format, then the manifest. */
final class SchemaDump {

    private final Snapshot snapshot;

    SchemaDump(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    Manifest write(Title title, List<Position> positions, OutputStream to) throws SQLException, IOException {
        ZipOutputStream zip = new ZipOutputStream(to);
        Layout layout = snapshot.layout();
        List<Table> tables = tables(layout.tables(), zip);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                title.service(),
                title.checkpoint(),
                title.at(),
                layout.epoch(),
                snapshot.said(),
                positions,
                layout.migrations(),
                layout.sequences(),
                tables);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.write());
        zip.finish();
        return manifest;
    }

    private List<Table> tables(Map<String, List<String>> layout, ZipOutputStream zip) throws SQLException, IOException {
        CopyManager copy = snapshot.copying().getCopyAPI();
        List<Table> tables = new ArrayList<>();
        for (Map.Entry<String, List<String>> each : layout.entrySet()) {
            Table table = new Table(each.getKey(), each.getValue(), 0);
            zip.putNextEntry(new ZipEntry(table.entry()));
            long rows = copy.copyOut(
                    "copy (select " + table.quotedColumns() + " from " + Names.quoted(table.name()) + ") to stdout",
                    zip);
            zip.closeEntry();
            tables.add(new Table(table.name(), table.columns(), rows));
        }
        return tables;
    }

    /** Whose checkpoint it is, which one, and of when. */
    record Title(String service, String checkpoint, Instant at) {}
}
