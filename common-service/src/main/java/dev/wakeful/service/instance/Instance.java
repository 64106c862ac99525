package dev.wakeful.service.instance;

import dev.wakeful.service.lock.LockSession;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Which running copy of a service this is: {@code planner-1}, {@code planner-2}, … The lowest free number, proven by a session-level
 * advisory lock held for the life of the process. A killed process frees its number at once, and the process that takes it over knows that
 * everything left behind under that name belongs to the dead.
 */
public final class Instance implements AutoCloseable {

    private static final String PURPOSE = "instance";
    private static final int MOST = 1000;

    private final String service;
    private final int number;
    private final DataSource dataSource;
    private LockSession session;

    private Instance(String service, int number, DataSource dataSource, LockSession session) {
        this.service = service;
        this.number = number;
        this.dataSource = dataSource;
        this.session = session;
    }

    /** Takes the lowest free number. */
    public static Instance claim(String service, DataSource dataSource) throws SQLException {
        LockSession session = LockSession.open(dataSource);
        for (int number = 1; number <= MOST; number++) {
            if (session.tryLock(PURPOSE, number)) {
                return new Instance(service, number, dataSource, session);
            }
        }
        session.close();
        throw new IllegalStateException("All " + MOST + " instance numbers of " + service + " are taken");
    }

    public String service() {
        return service;
    }

    /** Unique among the running instances, the same again after a restart. */
    public String name() {
        return service + "-" + number;
    }

    /**
     * Makes sure that the number is still this process's: takes it again when the database dropped the session, as it does when it
     * restarts.
     *
     * @throws InstanceTaken when another process was quicker; this one must end
     */
    synchronized void confirm() throws SQLException {
        if (session.isAlive()) {
            return;
        }
        session.close();
        session = LockSession.open(dataSource);
        if (!session.tryLock(PURPOSE, number)) {
            throw new InstanceTaken(name());
        }
    }

    /** Frees the number. */
    @Override
    public synchronized void close() throws SQLException {
        session.close();
    }
}
