package dev.wakeful.cli.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cli.FakeWakeful;
import dev.wakeful.cli.Ran;
import dev.wakeful.cli.server.Signature;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** EXT-3: against a fake receiver. */
class EventSendIT {

    private static final String HOOK = "POST /webhooks/github";
    private static final String BODY =
            "{ \"action\":\"completed\",\n \"workflow_job\":{\"id\":42,\"run_attempt\":3}}\n";

    @TempDir
    Path data;

    private FakeWakeful wakeful;
    private Path file;

    @BeforeEach
    void begin() throws IOException {
        wakeful = new FakeWakeful()
                .runningOn(data)
                .answer(HOOK, 202, "{\"delivery\":\"d\",\"verdict\":\"accepted\"}")
                .answer("POST /logs/github/42/3", 202, "{}");
        file = Files.writeString(data.resolve("job.json"), BODY);
    }

    @AfterEach
    void end() {
        wakeful.close();
    }

    @Test
    void theRawBytesAreSignedAndSentWithGitHubsHeaders() {
        Ran ran = send("--delivery", "d-1");

        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("accepted", "d-1");
        FakeWakeful.Request sent = wakeful.requests(HOOK).getFirst();
        assertThat(sent.text()).isEqualTo(BODY);
        assertThat(sent.header("X-Hub-Signature-256")).isEqualTo(Signature.of(FakeWakeful.SECRET, sent.body()));
        assertThat(sent.header("X-GitHub-Event")).isEqualTo("workflow_job");
        assertThat(sent.header("X-GitHub-Delivery")).isEqualTo("d-1");
        assertThat(sent.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void everyDeliveryHasAnIdOfItsOwn() {
        send();
        send();

        assertThat(wakeful.requests(HOOK))
                .extracting(request -> request.header("X-GitHub-Delivery"))
                .doesNotHaveDuplicates()
                .doesNotContain("");
    }

    @Test
    void theLogGoesFirstToTheJobsOwnPlace() throws IOException {
        Path log = Files.writeString(data.resolve("job.log"), "not ok 1 - it broke\n");

        Ran ran = send("--log", log.toString());

        assertThat(ran.exit()).isZero();
        assertThat(wakeful.requests())
                .extracting(FakeWakeful.Request::route)
                .containsExactly("POST /logs/github/42/3", HOOK);
        FakeWakeful.Request sent = wakeful.requests().getFirst();
        assertThat(sent.text()).isEqualTo("not ok 1 - it broke\n");
        assertThat(sent.header("Content-Type")).startsWith("text/plain");
        assertThat(sent.header("X-Hub-Signature-256")).isEqualTo(Signature.of(FakeWakeful.SECRET, sent.body()));
    }

    @Test
    void theVerdictIsDataToo() {
        wakeful.answer(HOOK, 202, "{\"verdict\":\"unmatched\"}");

        assertThat(send("-o", "json").json().path("verdict").asString()).isEqualTo("unmatched");
        assertThat(send().out()).contains("wakeful repo add");
    }

    @Test
    void theBodyMayComeFromStandardInput() {
        InputStream stdin = System.in;
        System.setIn(new ByteArrayInputStream(BODY.getBytes(StandardCharsets.UTF_8)));
        try {
            Ran.on(data, "event", "send", "--source", "github", "--event", "workflow_job", "--file", "-");
        } finally {
            System.setIn(stdin);
        }

        assertThat(wakeful.requests(HOOK).getFirst().text()).isEqualTo(BODY);
    }

    @Test
    void aRefusedSignatureIsFour() {
        wakeful.answer(HOOK, 401, "");

        Ran ran = send();

        assertThat(ran.exit()).isEqualTo(4);
        assertThat(ran.err()).contains("did not accept the credentials");
    }

    @Test
    void whatTheReceiverObjectsToIsTold() {
        wakeful.answer(HOOK, 400, "{\"title\":\"Bad Request\",\"detail\":\"Malformed: no JSON\"}");

        assertThat(send().exit()).isEqualTo(1);
        assertThat(send().err()).contains("Malformed: no JSON");
    }

    @Test
    void aFileThatIsNotThereIsOneSentence() {
        Ran ran = Ran.on(data, "event", "send", "--source", "github", "--event", "push", "--file", "nosuch.json");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("nosuch.json cannot be read").doesNotContain("Exception");
    }

    @Test
    void aLogWithoutAJobIsRefusedBeforeAnythingIsSent() throws IOException {
        Files.writeString(file, "{\"zen\":\"x\"}");
        assertThat(send("--log", file.toString()).err()).contains("workflow_job.id");
        Files.writeString(file, "not json");
        assertThat(send("--log", file.toString()).err()).contains("is not a JSON object");

        assertThat(wakeful.requests()).isEmpty();
    }

    @Test
    void anUnknownSourceIsWrongUse() {
        assertThat(Ran.on(data, "event", "send", "--source", "x", "--event", "push", "--file", "f")
                        .exit())
                .isEqualTo(2);
    }

    private Ran send(String... more) {
        String[] all = new String[8 + more.length];
        String[] first = {"event", "send", "--source", "github", "--event", "workflow_job", "--file", file.toString()};
        System.arraycopy(first, 0, all, 0, 8);
        System.arraycopy(more, 0, all, 8, more.length);
        return Ran.on(data, all);
    }
}
