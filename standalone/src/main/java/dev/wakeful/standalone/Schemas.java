package dev.wakeful.standalone;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;

/** The services' schemas of one database, and new ones beside them that take their places. */
interface Schemas {

    /** The address of an empty schema beside the service's own, which {@link #swapIn} puts in its place. */
    String scratchFor(String service) throws SQLException;

    /** With the rights to everything; the caller closes it. */
    Connection admin() throws SQLException;

    static String of(String service) {
        return service.replace('-', '_');
    }

    /** Where a service's state is put together before it holds. */
    static String scratch(String service) {
        return of(service) + "_recovering";
    }

    /** What was put together beside the services' own schemas takes their place, for all of them or for none. */
    default void swapIn(Collection<String> services) throws SQLException {
        try (Connection connection = admin();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String service : services) {
                statement.execute("drop schema if exists " + of(service) + " cascade");
                statement.execute("alter schema " + scratch(service) + " rename to " + of(service));
            }
            connection.commit();
        }
    }
}
