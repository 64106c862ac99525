package dev.wakeful.cimanager.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wakeful.cimanager.CiManagerApplication;
import dev.wakeful.cimanager.CuttableProxy;
import dev.wakeful.cimanager.Payloads;
import dev.wakeful.cimanager.Sender;
import dev.wakeful.testing.RealInfrastructure;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** The service with a line to its database that can be cut. */
@SpringBootTest(
        classes = CiManagerApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.config.name=common-service,ci-manager",
            "wakeful.ci-manager.webhook-secrets=" + Sender.SECRET
        })
@ContextConfiguration(initializers = {RealInfrastructure.class, DatabaseAwayIT.ThroughProxy.class})
class DatabaseAwayIT {

    private static final Pattern ADDRESS = Pattern.compile("127\\.0\\.0\\.1:(\\d+)");

    /** Puts the proxy between the service and the database it was given. */
    static final class ThroughProxy implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        static volatile CuttableProxy proxy = new CuttableProxy(1);

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            String url = Objects.requireNonNull(context.getEnvironment().getProperty("spring.datasource.url"));
            Matcher address = ADDRESS.matcher(url);
            assertThat(address.find()).isTrue();
            proxy = new CuttableProxy(Integer.parseInt(address.group(1)));
            Map<String, Object> settings =
                    Map.of("spring.datasource.url", address.replaceFirst("127.0.0.1:" + proxy.port()));
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("through proxy", settings));
        }
    }

    @LocalServerPort
    private int port;

    @BeforeEach
    @AfterEach
    void mend() {
        ThroughProxy.proxy.mend();
    }

    @Test
    void theSenderIsToldToComeAgainAndThenTheDeliveryIsTakenWhole() {
        String delivery = UUID.randomUUID().toString();
        assertThat(deliver(UUID.randomUUID().toString()).status()).isEqualTo(202);
        ThroughProxy.proxy.cut();

        Sender.Answer away = deliver(delivery);
        ThroughProxy.proxy.mend();
        Sender.Answer back = deliver(delivery);

        assertThat(away.status()).isEqualTo(503);
        assertThat(away.type()).startsWith("application/problem+json");
        assertThat(away.raw().headers().firstValue("Retry-After")).isPresent();
        assertThat(back.verdict()).isEqualTo("unmatched");
    }

    @Test
    void aConnectionThatDiedUnnoticedCostsNoDelivery() {
        assertThat(deliver(UUID.randomUUID().toString()).status()).isEqualTo(202);

        ThroughProxy.proxy.cut();
        ThroughProxy.proxy.mend();

        assertThat(deliver(UUID.randomUUID().toString()).verdict()).isEqualTo("unmatched");
    }

    @Test
    void aDatabaseThatStopsAnsweringIsAwayToo() {
        String delivery = UUID.randomUUID().toString();
        assertThat(deliver(UUID.randomUUID().toString()).status()).isEqualTo(202);
        ThroughProxy.proxy.silence();

        Sender.Answer away = deliver(delivery);
        ThroughProxy.proxy.mend();
        Sender.Answer back = deliver(delivery);

        assertThat(away.status()).isEqualTo(503);
        assertThat(back.verdict()).isEqualTo("unmatched");
    }

    @Test
    void aWrongSignatureIsStillAWrongSignature() {
        ThroughProxy.proxy.cut();

        Sender.Answer answer = new Sender(port)
                .deliver("ping", "1", new byte[] {'{', '}'}, "application/json", "sha256=" + "0".repeat(64));

        assertThat(answer.status()).isEqualTo(401);
    }

    private Sender.Answer deliver(String delivery) {
        return new Sender(port).deliver("workflow_job", delivery, Payloads.recordedFailure());
    }
}
