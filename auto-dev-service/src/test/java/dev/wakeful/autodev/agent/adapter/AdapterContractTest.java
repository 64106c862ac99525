package dev.wakeful.autodev.agent.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.wakeful.autodev.agent.AgentAdapter;
import dev.wakeful.autodev.agent.AgentEnd;
import dev.wakeful.autodev.agent.AgentEnd.Reason;
import dev.wakeful.autodev.agent.AgentEvent;
import dev.wakeful.autodev.agent.Conversation;
import dev.wakeful.autodev.agent.Invocation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every adapter has to do, whoever its agent is (DEV-3, TRG-3). */
class AdapterContractTest {

    /** One adapter with what its agent said when all went well, and how it tells a refusal of the gateway. */
    enum Subject {
        CLAUDE(AgentKind.CLAUDE, "claude", "claude-stream-json.jsonl", 1, """
                {"type":"result","subtype":"success","is_error":true,"api_error_status":%1$d,"result":"API Error: %1$d {}","session_id":"s"}"""),
        CODEX(AgentKind.CODEX, "codex", "codex-exec.jsonl", 1, """
                {"type":"turn.failed","error":{"message":"unexpected status %1$d : {}"}}"""),
        GEMINI(AgentKind.GEMINI, "gemini", "gemini-stream-json.jsonl", 0, """
                {"type":"result","status":"error","error":{"type":"Error","message":"[API Error: got status: %1$d]"},"stats":{}}"""),
        OPENCODE(AgentKind.OPENCODE, "opencode", "opencode-run.jsonl", 1, """
                {"type":"error","sessionID":"s","error":{"name":"APIError","data":{"message":"refused","statusCode":%1$d,"isRetryable":false}}}"""),
        ACP(AgentKind.ACP, "gemini --acp", "acp-prompt.jsonl", 1, """
                {"jsonrpc":"2.0","id":1,"error":{"code":-32603,"message":"Internal error","data":{"details":"got status: %1$d"}}}"""),
        COMMAND(AgentKind.COMMAND, "run {brief} --model {model}", "command.txt", 1, "HTTP error %1$d"),
        SCRIPTED(AgentKind.SCRIPTED, "sh x", "scripted.jsonl", 1, """
                {"event":"failed","message":"status %1$d"}""");

        final AgentKind kind;
        final AgentAdapter adapter;
        private final String well;
        private final int refusedExit;
        private final String refusal;

        Subject(AgentKind kind, String command, String well, int refusedExit, String refusal) {
            this.kind = kind;
            this.adapter = kind.adapter(command, Permissions.IN_WORKSPACE);
            this.well = well;
            this.refusedExit = refusedExit;
            this.refusal = refusal;
        }

        Conversation opened() {
            Conversation conversation = adapter.conversation(Samples.SPEC);
            conversation.opening();
            return conversation;
        }

        AgentEnd refused(int status) {
            Conversation conversation = opened();
            conversation.heard(refusal.strip().formatted(status));
            int exit = this == GEMINI ? status & 0xff : refusedExit;
            return conversation.ended(exit, "");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRunThatWentWellIsUnderstood(Subject subject) {
        Conversation conversation = subject.opened();
        List<AgentEvent> events = Samples.events(conversation, Samples.lines(subject.well));
        AgentEnd end = conversation.ended(0, "");

        assertThat(end.reason()).isEqualTo(Reason.DONE);
        assertThat(end.message()).startsWith("Done: hello from the ");
        assertThat(events)
                .filteredOn(AgentEvent.Message.class::isInstance)
                .last()
                .extracting(event -> ((AgentEvent.Message) event).text())
                .asString()
                .startsWith("Done: hello from the ");
        if (subject != Subject.COMMAND) {
            assertThat(end.session()).isNotBlank();
            assertThat(events.getFirst()).isInstanceOf(AgentEvent.Started.class);
            assertThat(events).hasAtLeastOneElementOfType(AgentEvent.ToolStarted.class);
            assertThat(events).hasAtLeastOneElementOfType(AgentEvent.ToolEnded.class);
            assertThat(end.tokens().input()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusalsOfTheGatewayAreToldApart(Subject subject) {
        assertThat(subject.refused(402).reason()).isEqualTo(Reason.MONEY);
        assertThat(subject.refused(429).reason()).isEqualTo(Reason.USAGE_LIMIT);
        assertThat(subject.refused(403).reason()).isEqualTo(Reason.REFUSED);
        assertThat(subject.refused(503).reason()).isEqualTo(Reason.OUTAGE);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverSaysNothingIsNotDone(Subject subject) {
        assertThat(subject.opened().ended(0, "").reason())
                .isEqualTo(subject == Subject.COMMAND ? Reason.DONE : Reason.DIED);
        assertThat(subject.opened().ended(1, "").reason()).isEqualTo(Reason.DIED);
        assertThat(subject.opened().ended(137, "").reason()).isEqualTo(Reason.DIED);
        assertThat(subject.opened().ended(-1, "").reason()).isEqualTo(Reason.DIED);
        assertThat(subject.opened().ended(127, "not found").reason()).isEqualTo(Reason.REFUSED);
        assertThat(subject.opened()
                        .ended(1, "Error: connect ECONNREFUSED 127.0.0.1:1")
                        .reason())
                .isEqualTo(Reason.OUTAGE);
        assertThat(subject.opened().ended(137, "").message()).isNotBlank();
    }

    /** It had begun, and its process is gone in the middle of a word. */
    @ParameterizedTest
    @EnumSource
    void whoeverIsCutInTheMiddleHasDied(Subject subject) {
        String all = String.join("\n", Samples.lines(subject.well));
        for (int cut : new int[] {all.length() / 3, all.length() / 2, all.length() * 2 / 3}) {
            Conversation conversation = subject.opened();
            List<AgentEvent> events =
                    Samples.events(conversation, all.substring(0, cut).lines().toList());
            AgentEnd end = conversation.ended(137, "");

            assertThat(end.reason()).isEqualTo(Reason.DIED);
            assertThat(events).noneMatch(AgentEvent.Finished.class::isInstance);
        }
    }

    /** Garbage between the lines changes nothing but the count of it. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COMMAND")
    void garbageIsLeftOut(Subject subject) {
        Conversation conversation = subject.opened();
        for (String line : Samples.lines(subject.well)) {
            for (String hostile : hostile()) {
                assertThat(conversation.heard(hostile).answers()).hasSizeLessThanOrEqualTo(1);
            }
            conversation.heard(line);
        }

        assertThat(conversation.ended(0, "").reason()).isEqualTo(Reason.DONE);
    }

    private static List<String> hostile() {
        return List.of(
                "",
                "   ",
                "\0\0\0",
                "{",
                "}",
                "null",
                "[]",
                "[1,2",
                "42",
                "\"text\"",
                "{\"type\":{\"type\":[]}}",
                "{\"type\":null,\"event\":7}",
                "{\"type\":\"assistant\",\"message\":{\"content\":\"no list\"}}",
                "{\"type\":\"user\",\"message\":[]}",
                "{\"type\":\"stream_event\"}",
                "{\"type\":\"item.completed\",\"item\":[]}",
                "{\"type\":\"tool_result\",\"status\":7}",
                "{\"type\":\"tool_use\",\"part\":\"none\"}",
                "{\"jsonrpc\":\"2.0\",\"method\":\"session/update\",\"params\":7}",
                "{\"jsonrpc\":\"2.0\",\"id\":99,\"result\":{}}",
                "{\"jsonrpc\":\"2.0\",\"id\":\"x\",\"method\":\"fs/read_text_file\",\"params\":{\"path\":\"/etc/passwd\"}}",
                "\u001B[2J\u001B[31mred",
                "\uFFFD\uFFFD\uD800",
                "{\"a\":".repeat(5000),
                new String(new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff}, StandardCharsets.UTF_8));
    }

    /** Whatever bytes come, nothing throws, and nothing that is kept is long. */
    @ParameterizedTest
    @EnumSource
    void nothingThatIsSaidCanHurt(Subject subject) {
        Random random = new Random(42);
        List<String> lines = Samples.lines(subject.well);
        assertThatCode(() -> {
                    Conversation conversation = subject.opened();
                    for (int n = 0; n < 3000; n++) {
                        StringBuilder line = new StringBuilder(lines.get(random.nextInt(lines.size())));
                        for (int change = 0; change < 3; change++) {
                            line.setCharAt(random.nextInt(line.length()), (char) random.nextInt(256));
                        }
                        conversation.heard(line.toString());
                    }
                    assertThat(conversation.ended(n(random), "\0\uD800").message())
                            .hasSizeLessThan(5000);
                })
                .doesNotThrowAnyException();
    }

    private static int n(Random random) {
        return random.nextInt(256);
    }

    @ParameterizedTest
    @EnumSource
    void aGiganticLineIsCut(Subject subject) {
        String line = Samples.lines(subject.well).stream()
                .filter(sample -> sample.contains("hello from"))
                .findFirst()
                .orElseThrow()
                .replace("hello from", "x".repeat(1 << 20));
        Conversation conversation = subject.opened();

        Samples.events(
                        conversation,
                        Stream.concat(Samples.lines(subject.well).stream().limit(2), Stream.of(line))
                                .toList())
                .forEach(event -> assertThat(event.toString()).hasSizeLessThan(20_000));
    }

    /** BUD-4, DEV-4: the token is in the environment only, the one address is the gateway's, and the task is no part of the command. */
    @ParameterizedTest
    @EnumSource
    void theCommandHoldsNoSecretAndNothingOfTheTask(Subject subject) {
        Invocation invocation = subject.adapter.invocation(Samples.SPEC);

        assertThat(invocation.argv()).noneMatch(argument -> argument.contains("secret") || argument.contains("rm -rf"));
        assertThat(invocation.homeFiles().values()).noneMatch(content -> content.contains("secret"));
        assertThat(invocation.environment().values()).anyMatch(value -> value.contains("secret"));
        assertThat(invocation.environment().toString() + invocation.homeFiles())
                .contains("http://127.0.0.1:8423")
                .doesNotContain("https://api.");
        assertThat(invocation.homeFiles().keySet()).allMatch(path -> !path.startsWith("/") && !path.contains(".."));
        assertThat(subject.adapter.kind()).isEqualTo(subject.kind.toString());
    }

    /** Every agent is told the task, one way or the other. */
    @ParameterizedTest
    @EnumSource
    void theTaskGetsThere(Subject subject) {
        Conversation conversation = subject.adapter.conversation(Samples.SPEC);
        String told = String.join("\n", conversation.opening())
                + subject.adapter.invocation(Samples.SPEC).homeFiles();
        if (subject == Subject.ACP) {
            for (String line : Samples.lines(subject.well)) {
                told += conversation.heard(line).answers();
            }
        }

        assertThat(told).contains("Mend it.", "$(rm -rf /)");
    }

    /** After a crash the session is gone on with. */
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"COMMAND", "ACP", "GEMINI", "SCRIPTED"})
    void anEarlierSessionIsNamed(Subject subject) {
        assertThat(subject.adapter.invocation(Samples.spec("session-7")).argv()).contains("session-7");
        assertThat(subject.adapter.invocation(Samples.SPEC).argv()).doesNotContain("session-7");
    }
}
