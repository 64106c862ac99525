package dev.wakeful.cimanager;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets inserts into a table fail a few times, as when a process dies in the middle of a handler. */
public final class HandlerFailures {

    private HandlerFailures() {}

    /** The first two inserts of a row with the given text in the given column fail, then all work. */
    public static void twice(JdbcClient jdbc, String table, String column, String value) {
        String name = "fail_" + Long.toHexString(System.nanoTime());
        jdbc.sql("create sequence " + name).update();
        jdbc.sql("""
                create function %1$s() returns trigger language plpgsql as $$
                begin
                    if new.%2$s = '%3$s' and nextval('%1$s') <= 2 then raise exception 'told to fail'; end if;
                    return new;
                end $$
                """.formatted(name, column, value)).update();
        jdbc.sql("create trigger %1$s before insert on %2$s for each row execute function %1$s()"
                        .formatted(name, table))
                .update();
    }

    /** How often the newest failure point was reached. */
    public static long reached(JdbcClient jdbc) {
        return jdbc.sql(
                        "select max(last_value) from pg_sequences where schemaname = current_schema() and sequencename like 'fail\\_%'")
                .query(Long.class)
                .single();
    }
}
