package dev.wakeful.commandcenter.outside;

import dev.wakeful.commandcenter.CommandCenterProperties;
import dev.wakeful.commandcenter.budget.LedgerAway;
import dev.wakeful.commandcenter.budget.LedgerBook;
import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks budget-service over HTTP, shortly: a page does not wait for a ledger that is away. */
@Component
class HttpLedger implements LedgerBook {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration AUDIT_PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final Duration patience;
    private final HttpClient client;

    @Autowired
    HttpLedger(CommandCenterProperties properties) {
        this(properties.ledger(), PATIENCE);
    }

    HttpLedger(String address, Duration patience) {
        this.address = address.replaceAll("/+$", "");
        this.patience = patience;
        this.client = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    @Override
    public List<ScopeUse> accounts() {
        return get("/ledger/accounts", patience)
                .path("accounts")
                .valueStream()
                .map(HttpLedger::scope)
                .toList();
    }

    @Override
    public Audit audit() {
        JsonNode answer = get("/ledger/audit", AUDIT_PATIENCE);
        List<String> discrepancies = answer.path("discrepancies")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
        return new Audit(discrepancies.isEmpty() && answer.path("balanced").asBoolean(false), discrepancies);
    }

    private static ScopeUse scope(JsonNode account) {
        String scope = account.path("scope").asString("");
        long used = account.path("reservedMicros").asLong()
                + account.path("spentMicros").asLong()
                + account.path("overrunMicros").asLong();
        @Nullable
        Long cap = account.hasNonNull("capMicros")
                ? (Long) account.path("capMicros").asLong()
                : null;
        return new ScopeUse(
                scope,
                scope.replaceFirst(":.*", ""),
                cap,
                used,
                cap == null ? null : (Long) Math.max(0, cap - used),
                account.hasNonNull("endsAt")
                        ? Instant.parse(account.path("endsAt").asString())
                        : null);
    }

    private JsonNode get(String path, Duration most) {
        if (address.isEmpty()) {
            throw new LedgerAway("No ledger is configured (wakeful.command-center.ledger).", null);
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                    .timeout(most)
                    .build();
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw away("answers with status " + answer.statusCode(), null);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw away("is not reachable", e);
        } catch (JacksonException e) {
            throw away("answers what cannot be understood", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away("was not waited for", e);
        }
    }

    private LedgerAway away(String how, @Nullable Throwable cause) {
        return new LedgerAway("The ledger at " + address + " " + how + ".", cause);
    }
}
