package dev.wakeful.cli.approval;

import dev.wakeful.cli.server.Item;
import dev.wakeful.cli.server.Server;
import dev.wakeful.cli.server.ServerOptions;
import dev.wakeful.cli.terminal.CommandFailed;
import dev.wakeful.cli.terminal.ExitCode;
import dev.wakeful.cli.terminal.OutputOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the question that a person means, shows it, and answers exactly that. */
final class Answering {

    private final ServerOptions options;
    private final OutputOptions output;

    Answering(ServerOptions options, OutputOptions output) {
        this.options = options;
        this.output = output;
    }

    int answer(String id, String verdict, @Nullable String reason) throws IOException, InterruptedException {
        Server server = options.server();
        Item question = question(server, id);
        output.err().print(new QuestionText(output.progressInk()).of(question));
        output.err().flush();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("answer", verdict);
        body.put("quote", question.number("quoteMicros"));
        body.put("by", options.person());
        if (reason != null) {
            body.put("reason", reason);
        }
        Item answered = server.post("/approvals/" + Server.segment(question.text("id")), body);
        output.print(
                answered.json(),
                ink -> (verdict.equals("approve") ? ink.green("approved") : ink.red("denied")) + " "
                        + ink.bold(answered.text("title")) + " as " + answered.text("answeredBy") + "\n");
        return 0;
    }

    /** By its own id, or the one that waits about the task. */
    private static Item question(Server server, String id) throws InterruptedException {
        if (id.startsWith("approval-")) {
            return server.get("/approvals/" + Server.segment(id));
        }
        List<Item> all = server.get("/approvals?all=true&limit=1000").items("approvals").stream()
                .filter(each -> each.text("task").equals(id))
                .toList();
        List<Item> open = all.stream()
                .filter(each -> each.text("state").equals("WAITING"))
                .toList();
        if (open.size() > 1) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "More than one question about '" + id + "' waits.",
                    "Name the one you mean by its own id: `wakeful approvals` shows them.");
        }
        return open.stream()
                .findFirst()
                .or(() -> all.stream().findFirst())
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.NOT_FOUND,
                        "Nobody was asked about '" + id + "'.",
                        "See what waits with `wakeful approvals`."));
    }
}
