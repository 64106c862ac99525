package dev.wakeful.commandcenter.reading;

import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Which instances run commands of others without a sandbox (DEV-4). While the database is away it tells what was last seen. */
@Component
public class SandboxWarning {

    private final Installation installation;
    private volatile List<String> lastSeen = List.of();

    SandboxWarning(Installation installation) {
        this.installation = installation;
    }

    public List<String> instances() {
        try {
            lastSeen = List.copyOf(installation.withoutSandbox());
        } catch (DataAccessException | TransactionException away) {
            return lastSeen;
        }
        return lastSeen;
    }
}
