package dev.wakeful.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The PostgreSQL of services that run in processes of their own. It is refused while any of them is connected: each holds the lock of its
 * instance's name for as long as it lives. A lock of its own keeps two recoveries apart.
 */
final class DeployedDatabase implements Schemas, AutoCloseable {

    private final String address;
    private final Connection guard;

    private DeployedDatabase(String address, Connection guard) {
        this.address = address;
        this.guard = guard;
    }

    /**
     * @param address as the driver takes it, of a superuser
     * @throws StartFailed with one sentence, when it cannot be reached, or must not be touched
     */
    static DeployedDatabase at(String address) throws SQLException {
        DeployedDatabase database = new DeployedDatabase(address, connected(address));
        try {
            database.requireSuperuser();
            database.requireNobodyAtWork();
            return database;
        } catch (StartFailed | SQLException e) {
            database.close();
            throw e;
        }
    }

    private static Connection connected(String address) {
        try {
            return DriverManager.getConnection(address);
        } catch (SQLException e) {
            throw new StartFailed("The database cannot be reached: " + e.getMessage() + ".", e);
        }
    }

    private void requireSuperuser() throws SQLException {
        if (!is("select rolsuper from pg_roles where rolname = current_user")) {
            throw new StartFailed(
                    "The database has to be given with a superuser, since append-only tables are written anew; nothing was changed.");
        }
    }

    private void requireNobodyAtWork() throws SQLException {
        if (!is("select pg_try_advisory_lock(hashtext('wakeful recovery'), 0)")) {
            throw new StartFailed("Another recovery of this database is under way; nothing was changed.");
        }
        if (is("""
                select exists (select 1 from pg_locks where locktype = 'advisory' and granted and pid <> pg_backend_pid()
                    and database = (select oid from pg_database where datname = current_database()))
                """)) {
            throw new StartFailed(
                    "Services are still connected to the database. End all of them and try again; nothing was changed.");
        }
    }

    private boolean is(String question) throws SQLException {
        try (Statement statement = guard.createStatement();
                ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** What is made under the address belongs to whom the service's schema belongs to. */
    @Override
    public String scratchFor(String service) throws SQLException {
        String owner = owner(service).orElse("");
        String authorization = owner.isEmpty() ? "" : " authorization \"" + owner.replace("\"", "\"\"") + "\"";
        try (Statement statement = guard.createStatement()) {
            statement.execute("drop schema if exists " + Schemas.scratch(service) + " cascade");
            statement.execute("create schema " + Schemas.scratch(service) + authorization);
        }
        return with("currentSchema=" + Schemas.scratch(service) + (owner.isEmpty() ? "" : "&options=" + asRole(owner)));
    }

    private static String asRole(String owner) {
        return URLEncoder.encode("-c role=" + owner.replace(" ", "\\ "), StandardCharsets.UTF_8);
    }

    private String with(String parameters) {
        return address + (address.contains("?") ? "&" : "?") + parameters;
    }

    /** The owner of the service's schema; where it is gone, the role of its name. */
    private Optional<String> owner(String service) throws SQLException {
        try (PreparedStatement query = guard.prepareStatement("""
                select coalesce((select pg_get_userbyid(nspowner) from pg_namespace where nspname = ?),
                    (select rolname from pg_roles where rolname = ?))
                """)) {
            query.setString(1, Schemas.of(service));
            query.setString(2, Schemas.of(service));
            try (ResultSet found = query.executeQuery()) {
                return found.next() ? Optional.ofNullable(found.getString(1)) : Optional.empty();
            }
        }
    }

    @Override
    public Connection admin() throws SQLException {
        return DriverManager.getConnection(address);
    }

    @Override
    public void close() throws SQLException {
        guard.close();
    }
}
