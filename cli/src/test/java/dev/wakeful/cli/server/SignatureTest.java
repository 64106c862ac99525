package dev.wakeful.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SignatureTest {

    /** The example of GitHub's documentation, "Validating webhook deliveries". */
    @Test
    void itSignsAsGitHubDoes() {
        byte[] body = "Hello, World!".getBytes(StandardCharsets.UTF_8);

        String signature = Signature.of("It's a Secret to Everybody", body);

        assertThat(signature).isEqualTo("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17");
    }
}
