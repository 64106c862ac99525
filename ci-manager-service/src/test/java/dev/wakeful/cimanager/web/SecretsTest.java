package dev.wakeful.cimanager.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cimanager.CiManagerProperties;
import dev.wakeful.cimanager.Sender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

    private final Secrets secrets =
            new Secrets(new CiManagerProperties(List.of("first", "second"), URI.create("http://x"), List.of()));

    /** The example of GitHub's own documentation. */
    @Test
    void theDocumentedExampleIsSigned() {
        Secrets documented = new Secrets(
                new CiManagerProperties(List.of("It's a Secret to Everybody"), URI.create("http://x"), List.of()));

        assertThat(documented.signed(
                        bytes("Hello, World!"),
                        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"))
                .isTrue();
    }

    @Test
    void eachSecretSigns() {
        assertThat(secrets.signed(bytes("x"), Sender.sign(bytes("x"), "first"))).isTrue();
        assertThat(secrets.signed(bytes("x"), Sender.sign(bytes("x"), "second")))
                .isTrue();
        assertThat(secrets.signed(bytes("x"), Sender.sign(bytes("x"), "third"))).isFalse();
        assertThat(secrets.signed(bytes("y"), Sender.sign(bytes("x"), "first"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256=", "sha256=zz", "sha256=abc", "sha1=00", "sha256"})
    void whatIsNoSignatureSignsNothing(String header) {
        assertThat(secrets.signed(bytes("x"), header)).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
