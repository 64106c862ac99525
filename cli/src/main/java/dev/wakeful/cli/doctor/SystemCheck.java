package dev.wakeful.cli.doctor;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.terminal.CommandFailed;
import java.util.List;
import java.util.Optional;

/**
 * Broker and database of the running system, seen through what needs them: the status is read from the database, and a service counts as
 * up only while its beats arrive through the broker.
 */
final class SystemCheck {

    private SystemCheck() {}

    /** @param status the answer of the running system, nothing when it does not run */
    static List<Diagnosis> of(Optional<Status> status) {
        return status.map(asked -> asked.read())
                .orElseGet(() -> List.of(
                        Diagnosis.ok("database", "starts with the system"),
                        Diagnosis.ok("broker", "starts with the system")));
    }

    /** What the running system said, or why it said nothing. */
    sealed interface Status {

        List<Diagnosis> read();

        record Answered(Item status) implements Status {
            @Override
            public List<Diagnosis> read() {
                return List.of(Diagnosis.ok("database", "answers"), broker(status));
            }
        }

        record Silent(CommandFailed failure) implements Status {
            @Override
            public List<Diagnosis> read() {
                String fix = "See the output of `wakeful up`; restart it if it does not recover.";
                return List.of(
                        Diagnosis.problem("database", "The status could not be read: " + failure.getMessage(), fix),
                        Diagnosis.problem("broker", "Unknown while the status cannot be read.", fix));
            }
        }
    }

    private static Diagnosis broker(Item status) {
        List<Item> services = status.items("services");
        List<String> missing = services.stream()
                .filter(service -> !service.text("state").equals("up"))
                .map(service -> service.text("service"))
                .toList();
        if (missing.size() == services.size()) {
            return Diagnosis.problem(
                    "broker", "No beat of any service arrives.", "Restart the system; its output says what is wrong.");
        }
        return missing.isEmpty()
                ? Diagnosis.ok("broker", "the beats of " + services.size() + " services arrive")
                : Diagnosis.warning(
                        "broker", "No beat arrives from: " + String.join(", ", missing) + ".", "Restart the system.");
    }
}
