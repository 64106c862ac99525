package dev.wakeful.service;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks at the advisory locks of the schema that a client is connected to. */
final class Locks {

    static final String RELAY = "outbox relay";
    static final String INSTANCE = "instance";

    private Locks() {}

    /** The sessions that hold the lock. */
    static List<Integer> holders(JdbcClient jdbc, String purpose, int number) {
        return jdbc.sql("""
                        select pid from pg_locks where locktype = 'advisory' and granted and objid::bigint = :number
                        and classid::bigint = (hashtext(:purpose || ' of ' || current_schema())::bigint & 4294967295)
                        """)
                .param("number", number)
                .param("purpose", purpose)
                .query(Integer.class)
                .list();
    }

    /** Ends the sessions that hold the lock, as a crash would. */
    static void killHolders(JdbcClient jdbc, String purpose, int number) {
        holders(jdbc, purpose, number)
                .forEach(pid -> jdbc.sql("select pg_terminate_backend(:pid)")
                        .param("pid", pid)
                        .query(Boolean.class)
                        .single());
    }
}
