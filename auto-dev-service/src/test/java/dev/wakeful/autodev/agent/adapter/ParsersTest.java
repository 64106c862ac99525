package dev.wakeful.autodev.agent.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.AgentEvent.Tokens;
import dev.wakeful.autodev.agent.Conversation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Exactly what the recorded output of real agents means (DEV-3). */
class ParsersTest {

    private static final String SAID = "Done: hello from the fake model.";

    @Test
    void claude() {
        String session = "7d50145b-4042-432d-96a1-ce55c2ca9894";
        Tokens tokens = new Tokens(2000, 600, 10_000, 400);
        AgentEnd end = new AgentEnd(Reason.DONE, SAID, session, tokens, 19_500L);

        assertThat(heard(AgentKind.CLAUDE, "claude-stream-json.jsonl"))
                .containsExactly(
                        new AgentEvent.Started(session, "claude-sonnet-4-5"),
                        new AgentEvent.ToolStarted(
                                "toolu_2", "Bash", "{\"command\":\"echo hello\",\"description\":\"say hello\"}"),
                        new AgentEvent.ToolEnded("toolu_2", "Bash", null, false, "hello"),
                        new AgentEvent.Message(SAID),
                        new AgentEvent.Used(tokens, 19_500L),
                        new AgentEvent.Finished(end));
    }

    /** Live numbers add up to what the result says. */
    @Test
    void claudeTellsTokensWhileItWorks() {
        assertThat(heard(AgentKind.CLAUDE, "claude-partial-messages.jsonl"))
                .filteredOn(AgentEvent.Used.class::isInstance)
                .containsExactly(
                        new AgentEvent.Used(new Tokens(1000, 1, 5000, 200), null),
                        new AgentEvent.Used(new Tokens(1000, 300, 5000, 200), null),
                        new AgentEvent.Used(new Tokens(2000, 301, 10_000, 400), null),
                        new AgentEvent.Used(new Tokens(2000, 600, 10_000, 400), null),
                        new AgentEvent.Used(new Tokens(2000, 600, 10_000, 400), 19_500L));
    }

    /** Its limits end it with a reason; its usage is zero there, the numbers by model are right. */
    @Test
    void claudesOwnLimits() {
        AgentEnd turns = ended(AgentKind.CLAUDE, "claude-max-turns.jsonl", 1);
        AgentEnd money = ended(AgentKind.CLAUDE, "claude-budget-exceeded.jsonl", 1);

        assertThat(turns.reason()).isEqualTo(Reason.TURNS);
        assertThat(turns.message()).isEqualTo("Reached maximum number of turns (1)");
        assertThat(money.reason()).isEqualTo(Reason.MONEY);
        assertThat(money.message()).isEqualTo("Reached maximum budget ($0.001)");
        assertThat(money.tokens()).isEqualTo(new Tokens(1000, 300, 5000, 200));
        assertThat(money.costMicros()).isEqualTo(9750L);
        assertThat(ended(AgentKind.CLAUDE, "claude-resume.jsonl", 0).session())
                .isEqualTo("49496382-cd48-4d93-b5be-53a832bedf37");
    }

    @Test
    void codex() {
        String session = "01a1f7fc-c491-7f22-9b22-265f46c5f6cb";
        Tokens tokens = new Tokens(400, 160, 2000, 0);

        assertThat(heard(AgentKind.CODEX, "codex-exec.jsonl"))
                .containsExactly(
                        new AgentEvent.Started(session, "some-model"),
                        new AgentEvent.Failed(
                                "Model metadata for `gpt-5` not found. Defaulting to fallback metadata; this can degrade"
                                        + " performance and cause issues.",
                                true),
                        new AgentEvent.ToolStarted("item_1", "shell", "/bin/bash -lc 'echo hello'"),
                        new AgentEvent.ToolEnded("item_1", "shell", 0, false, "hello\n"),
                        new AgentEvent.Message(SAID),
                        new AgentEvent.Used(tokens, null),
                        new AgentEvent.Finished(new AgentEnd(Reason.DONE, SAID, session, tokens, null)));
    }

    /** What it thought is 20 tokens that are in the total only. */
    @Test
    void gemini() {
        String session = "9a3d8500-5500-4dec-9725-809c662f7d80";
        String tool = "run_shell_command__run_shell_command_1795161936675_0";
        Tokens tokens = new Tokens(1000, 140, 800, 0);

        assertThat(heard(AgentKind.GEMINI, "gemini-stream-json.jsonl"))
                .containsExactly(
                        new AgentEvent.Started(session, "gemini-2.5-pro"),
                        new AgentEvent.ToolStarted(
                                tool, "run_shell_command", "{\"command\":\"echo hello\",\"description\":\"hello\"}"),
                        new AgentEvent.ToolEnded(tool, "run_shell_command", null, false, "hello"),
                        new AgentEvent.Message(SAID),
                        new AgentEvent.Used(tokens, null),
                        new AgentEvent.Finished(new AgentEnd(Reason.DONE, SAID, session, tokens, null)));
        assertThat(opened(AgentKind.GEMINI).ended(53, "").reason()).isEqualTo(Reason.TURNS);
        assertThat(opened(AgentKind.GEMINI).ended(41, "").reason()).isEqualTo(Reason.REFUSED);
        assertThat(opened(AgentKind.GEMINI).ended(146, "").reason()).isEqualTo(Reason.MONEY);
    }

    @Test
    void opencode() {
        String session = "ses_e08032bc1ffesMSPMxygeI3X4h";

        assertThat(heard(AgentKind.OPENCODE, "opencode-run.jsonl"))
                .containsExactly(
                        new AgentEvent.Started(session, "some-model"),
                        new AgentEvent.ToolStarted(
                                "call_33", "bash", "{\"command\":\"echo hello\",\"description\":\"hello\"}"),
                        new AgentEvent.ToolEnded("call_33", "bash", 0, false, "hello\n"),
                        new AgentEvent.Used(new Tokens(500, 70, 600, 0), 2730L),
                        new AgentEvent.Message(SAID),
                        new AgentEvent.Used(new Tokens(1000, 140, 1200, 0), 5460L));
        assertThat(ended(AgentKind.OPENCODE, "opencode-run.jsonl", 0))
                .isEqualTo(new AgentEnd(Reason.DONE, SAID, session, new Tokens(1000, 140, 1200, 0), 5460L));
    }

    /** Models of OpenAI are given this tool instead of others that write. */
    @Test
    void opencodeTellsWhatAPatchChanged() {
        String line = """
                {"type":"tool_use","part":{"type":"tool","tool":"apply_patch","callID":"call_2","state":{"status":"completed",\
                "input":{"patchText":"*** Begin Patch"},"output":"M a.txt","metadata":{"files":[{"filePath":"/w/a.txt","type":"update"}]}}}}\
                """;

        assertThat(opened(AgentKind.OPENCODE).heard(line).events()).contains(new AgentEvent.FileChanged("/w/a.txt"));
    }

    @Test
    void acp() {
        String session = "5d0c0a5e-1111-4222-8333-444455556666";
        Tokens tokens = new Tokens(1800, 120, 0, 0);

        assertThat(heard(AgentKind.ACP, "acp-prompt.jsonl"))
                .containsExactly(
                        new AgentEvent.Started(session, "some-model"),
                        new AgentEvent.Thought("Look first."),
                        new AgentEvent.Planned(List.of("say hello")),
                        new AgentEvent.ToolStarted("call_1", "execute", "{\"command\":\"echo hello\"}"),
                        new AgentEvent.PermissionAsked("7", "echo hello", List.of("always", "once", "no")),
                        new AgentEvent.ToolEnded("call_1", "execute", null, false, "hello"),
                        new AgentEvent.Message(SAID),
                        new AgentEvent.Used(Tokens.NONE, 5460L),
                        new AgentEvent.Used(tokens, 5460L),
                        new AgentEvent.Finished(new AgentEnd(Reason.DONE, SAID, session, tokens, 5460L)));
    }

    /** The client's side of the protocol, word for word. */
    @Test
    void acpAnswers() {
        Conversation conversation =
                AgentKind.ACP.adapter("x", Permissions.IN_WORKSPACE).conversation(Samples.SPEC);
        List<String> said = new ArrayList<>(conversation.opening());
        for (String line : Samples.lines("acp-prompt.jsonl")) {
            said.addAll(conversation.heard(line).answers());
        }

        assertThat(said.stream().map(line -> Json.parse(line).orElseThrow()))
                .extracting(json -> json.text("method") + json.text("id"))
                .containsExactly("initialize1", "session/new2", "session/prompt3", "7");
        assertThat(Json.parse(said.get(1)).orElseThrow().text("params", "cwd")).isEqualTo("/workspace");
        assertThat(Json.parse(said.get(3)).orElseThrow().text("result", "outcome", "optionId"))
                .isEqualTo("once");
        assertThat(conversation.farewell()).isEmpty();
    }

    /** DEV-4: what is not offered is refused, what asks for the network too; a session that needs a sign-in gets one. */
    @Test
    void acpRefuses() {
        Conversation conversation =
                AgentKind.ACP.adapter("x", Permissions.IN_WORKSPACE).conversation(Samples.spec("old-session"));
        List<String> lines = Samples.lines("acp-prompt.jsonl");
        conversation.opening();

        assertThat(conversation.heard(lines.get(0)).answers().getFirst()).contains("session/load", "old-session");
        assertThat(conversation
                        .heard("{\"id\":2,\"error\":{\"code\":-32602,\"message\":\"gone\"}}")
                        .answers()
                        .getFirst())
                .contains("session/new");
        assertThat(conversation
                        .heard("{\"id\":3,\"error\":{\"code\":-32000,\"message\":\"sign in\"}}")
                        .answers()
                        .getFirst())
                .contains("authenticate", "gemini-api-key");
        assertThat(conversation.heard("{\"id\":4,\"result\":{}}").answers().getFirst())
                .contains("session/new");
        assertThat(conversation
                        .heard("{\"id\":5,\"result\":{\"sessionId\":\"new\"}}")
                        .answers()
                        .getFirst())
                .contains("session/prompt");
        assertThat(conversation.farewell().getFirst()).contains("session/cancel", "\"new\"");
        assertThat(conversation
                        .heard("{\"id\":1,\"method\":\"fs/read_text_file\",\"params\":{\"path\":\"/etc/passwd\"}}")
                        .answers()
                        .getFirst())
                .contains("-32601");
        assertThat(conversation
                        .heard(lines.get(5).replace("execute", "fetch"))
                        .answers()
                        .getFirst())
                .contains("\"no\"");
    }

    @Test
    void whatTheGatewayMeans() {
        assertThat(Refusals.of("503 The usage limit of openai is reached until 2026-11-20T13:00:00Z"))
                .hasValue(Reason.USAGE_LIMIT);
        assertThat(Refusals.of("API Error: 503 provider not configured: openai"))
                .hasValue(Reason.REFUSED);
        assertThat(Refusals.of("The swarm's budget is used up: this call may cost $1, and $0 is left"))
                .hasValue(Reason.MONEY);
        assertThat(Refusals.of("API Error: 529 overloaded")).hasValue(Reason.OUTAGE);
        assertThat(Refusals.of("it is 402 metres long")).isEmpty();
    }

    private static List<AgentEvent> heard(AgentKind kind, String sample) {
        return Samples.events(opened(kind), Samples.lines(sample));
    }

    private static AgentEnd ended(AgentKind kind, String sample, int exitCode) {
        Conversation conversation = opened(kind);
        Samples.events(conversation, Samples.lines(sample));
        return conversation.ended(exitCode, "");
    }

    /** AUTH-9: what policy leaves to a person waits; whatever an agent calls it, the strictest of its words counts. */
    @Test
    void acpAsksAPerson() {
        Conversation conversation = prompted(Permissions.IN_WORKSPACE.asking(List.of("delete")));
        conversation.heard(update("tool_call", "c1", "\"kind\":\"delete\",\"rawInput\":{\"path\":\"a\u202Eb\"}"));

        var heard =
                conversation.heard(request(50, "\"toolCallId\":\"c1\",\"title\":\"Tidy up\",\"kind\":\"edit\"", ONCE));
        assertThat(heard.answers()).isEmpty();
        assertThat(heard.events())
                .containsExactly(new AgentEvent.AskedPerson(
                        "q1",
                        "delete",
                        "Tidy up",
                        "{\"kind\":\"edit\",\"title\":\"Tidy up\",\"rawInput\":{\"path\":\"a\\u202eb\"}}",
                        "Policy leaves calls of the class delete to a person (auto-dev.permissions.ask)."));
        assertThat(conversation.ruled("q1", true)).singleElement().asString().contains("\"id\":50", "\"once\"");
        assertThat(conversation.ruled("q1", true)).isEmpty();

        conversation.heard(request(51, "\"toolCallId\":\"c2\",\"kind\":\"delete\"", ONCE));
        assertThat(conversation.ruled("q2", false)).singleElement().asString().contains("\"id\":51", "\"no\"");
    }

    /** What opencode says of a patch: the files are in its question, and only its output at the end. */
    @Test
    void acpTellsChangesByWhatWasSaidOfTheCallBefore() {
        Conversation conversation = prompted(Permissions.IN_WORKSPACE);
        conversation.heard(update("tool_call", "c1", "\"kind\":\"edit\",\"status\":\"pending\",\"locations\":[]"));
        conversation.heard(
                request(70, "\"toolCallId\":\"c1\",\"kind\":\"edit\",\"locations\":[{\"path\":\"/w/a.txt\"}]", ONCE));
        conversation.heard(update("tool_call", "c2", "\"kind\":\"read\",\"locations\":[{\"path\":\"/w/b.txt\"}]"));

        assertThat(conversation
                        .heard(update("tool_call_update", "c1", "\"kind\":\"edit\",\"status\":\"completed\""))
                        .events())
                .contains(new AgentEvent.FileChanged("/w/a.txt"));
        assertThat(conversation
                        .heard(update("tool_call_update", "c2", "\"status\":\"completed\""))
                        .events())
                .noneMatch(AgentEvent.FileChanged.class::isInstance);
    }

    /** DEV-6: opencode tells a call before it knows its input; two commands are not the same because of that. */
    @Test
    void acpTellsTheInputOfACallWhenItIsKnown() {
        Conversation conversation = prompted(Permissions.IN_WORKSPACE);
        String running = "\"kind\":\"execute\",\"status\":\"in_progress\",\"rawInput\":{\"command\":\"make\"}";

        assertThat(conversation
                        .heard(update(
                                "tool_call",
                                "c1",
                                "\"kind\":\"execute\",\"status\":\"pending\",\"rawInput\":{\"cwd\":\"/w\"}"))
                        .events())
                .containsExactly(new AgentEvent.ToolStarted("c1", "execute", "{\"cwd\":\"/w\"}"));
        assertThat(conversation.heard(update("tool_call_update", "c1", running)).events())
                .containsExactly(new AgentEvent.ToolStarted("c1", "execute", "{\"command\":\"make\"}"));
        assertThat(conversation.heard(update("tool_call_update", "c1", running)).events())
                .isEmpty();
    }

    /** DEV-6: Gemini CLI tells of a call only by asking; without that two commands would be the same to the watch. */
    @Test
    void acpTakesAQuestionForTheBeginOfACall() {
        Conversation conversation = prompted(Permissions.IN_WORKSPACE);

        assertThat(conversation
                        .heard(request(
                                80, "\"toolCallId\":\"g1\",\"title\":\"sh check.sh\",\"kind\":\"execute\"", ONCE))
                        .events())
                .containsExactly(
                        new AgentEvent.ToolStarted("g1", "execute", "sh check.sh"),
                        new AgentEvent.PermissionAsked("80", "sh check.sh", List.of("once", "no")));
        assertThat(conversation
                        .heard(update("tool_call_update", "g1", "\"status\":\"completed\""))
                        .events())
                .containsExactly(new AgentEvent.ToolEnded("g1", "execute", null, false, ""));
    }

    /** BUD-4: what opencode says when the gateway refuses in the middle of a prompt. */
    @Test
    void acpTellsTheRefusalsOfTheGatewayApart() {
        Conversation conversation = prompted(Permissions.IN_WORKSPACE);

        conversation.heard(
                "{\"jsonrpc\":\"2.0\",\"id\":3,\"error\":{\"code\":-32603,\"message\":\"Internal service failure\","
                        + "\"data\":{\"service\":\"session\",\"errorName\":\"APIError\",\"statusCode\":402,\"isRetryable\":false}}}");

        assertThat(conversation.ended(0, "").reason()).isEqualTo(Reason.MONEY);
    }

    /** AUTH-10: what cannot be shown in whole, or cannot be allowed for this once only, nobody can say yes to. */
    @Test
    void acpRefusesWhatCannotBeAYesTo() {
        Conversation conversation = prompted(Permissions.IN_WORKSPACE.asking(List.of("delete")));
        String call = "\"toolCallId\":\"c\",\"kind\":\"delete\",\"rawInput\":\"%s\"";

        assertThat(conversation
                        .heard(request(60, call.formatted("x".repeat(20_000)), ONCE))
                        .answers())
                .singleElement()
                .asString()
                .contains("\"no\"");
        assertThat(conversation
                        .heard(request(61, call.formatted("x"), ONCE.replace("allow_once", "allow_always")))
                        .answers())
                .singleElement()
                .asString()
                .contains("\"no\"");
    }

    private static final String ONCE =
            "[{\"optionId\":\"once\",\"kind\":\"allow_once\"},{\"optionId\":\"no\",\"kind\":\"reject_once\"}]";

    private static String request(int id, String call, String options) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id
                + ",\"method\":\"session/request_permission\",\"params\":{\"toolCall\":{" + call + "},\"options\":"
                + options + "}}";
    }

    private static String update(String kind, String id, String call) {
        return "{\"jsonrpc\":\"2.0\",\"method\":\"session/update\",\"params\":{\"update\":{\"sessionUpdate\":\"" + kind
                + "\",\"toolCallId\":\"" + id + "\"," + call + "}}}";
    }

    private static Conversation prompted(Permissions permissions) {
        Conversation conversation = AgentKind.ACP.adapter("x", permissions).conversation(Samples.SPEC);
        conversation.opening();
        Samples.lines("acp-prompt.jsonl").stream().limit(2).forEach(conversation::heard);
        return conversation;
    }

    private static Conversation opened(AgentKind kind) {
        Conversation conversation = kind.adapter("x", Permissions.IN_WORKSPACE).conversation(Samples.SPEC);
        conversation.opening();
        return conversation;
    }
}
