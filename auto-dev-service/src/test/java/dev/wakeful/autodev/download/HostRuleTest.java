package dev.wakeful.autodev.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** DEV-4: what the list of hosts means. */
class HostRuleTest {

    @ParameterizedTest
    @CsvSource({
        "repo.maven.apache.org,      repo.maven.apache.org, 443, true",
        "Repo.Maven.Apache.ORG.,     repo.maven.apache.org, 443, true",
        "repo.maven.apache.org,      repo.maven.apache.org, 8443, false",
        "repo.maven.apache.org,      xrepo.maven.apache.org, 443, false",
        "repo.maven.apache.org,      a.repo.maven.apache.org, 443, false",
        "*.npmjs.org,                registry.npmjs.org, 443, true",
        "*.npmjs.org,                a.b.npmjs.org, 443, true",
        "*.npmjs.org,                npmjs.org, 443, false",
        "*.npmjs.org,                evilnpmjs.org, 443, false",
        "*.npmjs.org,                registry.npmjs.org.evil.com, 443, false",
        "mirror.example.com:8443,    mirror.example.com, 8443, true",
        "mirror.example.com:8443,    mirror.example.com, 443, false",
        "mirror:8443 private,        mirror, 8443, true",
        "[::1]:8443 private,         [::1], 8443, true",
    })
    void aTunnelIsAllowedWhereTheListSaysSo(String rule, String host, int port, boolean allowed) {
        assertThat(HostRule.parse(rule).allows(new Request("CONNECT", true, host, port, "", ByteBuffer.allocate(0))))
                .isEqualTo(allowed);
    }

    @Test
    void plainHttpMeansPort80UnlessThereIsAnother() {
        ByteBuffer nothing = ByteBuffer.allocate(0);

        assertThat(HostRule.parse("a.org").allows(new Request("GET", false, "a.org", 80, "/", nothing)))
                .isTrue();
        assertThat(HostRule.parse("a.org").allows(new Request("GET", false, "a.org", 443, "/", nothing)))
                .isFalse();
        assertThat(HostRule.parse("a.org").allows(new Request("CONNECT", true, "a.org", 80, "/", nothing)))
                .isFalse();
        assertThat(HostRule.parse("a.org:81").allows(new Request("GET", false, "a.org", 81, "/", nothing)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "*",
                "*.com",
                "*.*.org",
                "a.*.org",
                "https://a.org",
                "a.org/path",
                "a.org:0",
                "a.org:70000",
                "a.org:x",
                "a.org public",
                "a.org private more",
                "a..org",
                "ä.org"
            })
    void whatIsNoEntryIsNamedWithWhatIsAllowed(String rule) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostRule.parse(rule))
                .withMessageContaining("wakeful.auto-dev.sandbox.downloads.hosts")
                .withMessageContaining("'" + rule + "'")
                .withMessageContaining("repo.maven.apache.org");
    }
}
