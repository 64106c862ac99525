package dev.wakeful.autodev.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DEV-4: what commands send is data, and no credential of theirs leaves. */
class RequestTest {

    @Test
    void onlyWhatSaysWhatIsWantedIsSentOn() throws Exception {
        Request request = request(
                "GET http://user:secret@Repo.Example.org/a/b.jar?token=t HTTP/1.1",
                "Host: other.example.org",
                "Accept: */*",
                "If-None-Match: \"1\"",
                "Authorization: Basic secret",
                "Proxy-Authorization: Basic secret",
                "Cookie: secret",
                "Private-Token: secret",
                "X-Anything: secret",
                "Transfer-Encoding: chunked");

        assertThat(StandardCharsets.ISO_8859_1.decode(request.sent()).toString())
                .isEqualTo(
                        "GET /a/b.jar?token=t HTTP/1.1\r\nHost: repo.example.org\r\nAccept: */*\r\nIf-None-Match: \"1\"\r\n"
                                + "Connection: close\r\n\r\n");
        assertThat(request.target()).isEqualTo("repo.example.org:80/a/b.jar?...");
        assertThat(request.tunnel()).isFalse();
    }

    @Test
    void ofATunnelNothingButItsEndIsKnown() throws Exception {
        Request request = request("CONNECT registry.npmjs.org:443 HTTP/1.1", "Proxy-Authorization: Basic secret");

        assertThat(request.target()).isEqualTo("registry.npmjs.org:443");
        assertThat(request.tunnel()).isTrue();
        assertThat(request.sent().hasRemaining()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST http://a.org/ HTTP/1.1",
                "PUT http://a.org/ HTTP/1.1",
                "GET https://a.org/ HTTP/1.1",
                "GET file:///etc/passwd HTTP/1.1",
                "GET /local HTTP/1.1",
                "GET http:///x HTTP/1.1",
                "GET http://a.org:99999/ HTTP/1.1",
                "GET http://a b/ HTTP/1.1",
                "GET http://a.org/ HTTP/2",
                "GET http://a.org/\nX: y HTTP/1.1",
                "CONNECT a.org HTTP/1.1",
                "CONNECT a.org:0 HTTP/1.1",
                "CONNECT http://a.org:443 HTTP/1.1",
                "CONNECT a.org%00.b:443 HTTP/1.1",
                "get http://a.org/ HTTP/1.1",
                ""
            })
    void anythingElseIsRefusedWithASentence(String line) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> request(line))
                .satisfies(refused -> assertThat(refused.status()).isIn(400, 405));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: a\nCookie: b", " folded", "Accept : x", "Accept"})
    void aFieldThatIsNoneIsRefused(String field) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> request("GET http://a.org/ HTTP/1.1", field));
    }

    @Test
    void aHeadIsReadToItsEndAndNoFurther() throws Exception {
        RequestHead head = head("CONNECT a.org:443 HTTP/1.1\r\nA: b\r\n\r\nmore");

        assertThat(head.lines()).containsExactly("CONNECT a.org:443 HTTP/1.1", "A: b");
        assertThat(StandardCharsets.US_ASCII.decode(head.rest()).toString()).isEqualTo("more");
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> head("CONNECT a.org:443 HTTP/1.1\r\n"));
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> head("x".repeat(100_000)));
    }

    private static RequestHead head(String text) throws IOException, Refused {
        return RequestHead.read(
                Channels.newChannel(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private static Request request(String line, String... fields) throws Refused {
        List<String> lines = new java.util.ArrayList<>(List.of(line));
        lines.addAll(List.of(fields));
        return Request.of(new RequestHead(lines, ByteBuffer.allocate(0)));
    }
}
