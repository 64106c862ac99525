package dev.wakeful.service.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wakeful.events.Envelope;
import dev.wakeful.events.Event;
import dev.wakeful.events.FindingEvent;
import dev.wakeful.events.ModeEvent;
import dev.wakeful.events.Stream;
import dev.wakeful.service.Samples;
import dev.wakeful.testing.EventSender;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

/** What a handler hears follows from its parameter, and a consumer that would be deaf is refused. STATE-4 */
class HandlerMethodTest {

    private final List<String> heard = new ArrayList<>();

    class OneEvent implements EventConsumer {
        @EventHandler
        void on(FindingEvent.Resolved resolved) {
            heard.add("resolved");
        }
    }

    class OneStream implements EventConsumer {
        @EventHandler
        void on(FindingEvent event, Envelope envelope) {
            heard.add(envelope.type());
        }
    }

    class Everything implements EventConsumer {
        @EventHandler
        void on(Event event) {
            throw new UnprocessableEvent("as told");
        }
    }

    class Deaf implements EventConsumer {
        void on(FindingEvent.Resolved resolved) {}
    }

    class Wrong implements EventConsumer {
        @EventHandler
        void on(String text) {}
    }

    /** STATE-4 */
    @Test
    void theParameterSaysWhatIsHeard() {
        HandlerMethod one = HandlerMethod.of(new OneEvent()).getFirst();
        HandlerMethod stream = HandlerMethod.of(new OneStream()).getFirst();
        HandlerMethod all = HandlerMethod.of(new Everything()).getFirst();

        assertThat(one.hears(FindingEvent.Resolved.class)).isTrue();
        assertThat(one.hears(FindingEvent.Raised.class)).isFalse();
        assertThat(stream.hears(FindingEvent.Raised.class)).isTrue();
        assertThat(stream.hears(Stream.MODE)).isFalse();
        assertThat(all.hears(ModeEvent.Changed.class)).isTrue();
    }

    /** STATE-4 */
    @Test
    void aHandlerIsCalledWithTheEnvelopeWhereItWantsIt() {
        FindingEvent.Resolved event = Samples.resolved();
        Envelope envelope = EventSender.envelopeFor(event);

        HandlerMethod.of(new OneEvent()).getFirst().call(event, envelope);
        HandlerMethod.of(new OneStream()).getFirst().call(event, envelope);

        assertThat(heard).containsExactly("resolved", "finding.resolved.v1");
    }

    /** STATE-4: the kind of failure decides what happens next, so it is passed on as it is. */
    @Test
    void whatAHandlerThrowsIsPassedOn() {
        FindingEvent.Resolved event = Samples.resolved();

        assertThatThrownBy(
                        () -> HandlerMethod.of(new Everything()).getFirst().call(event, EventSender.envelopeFor(event)))
                .isInstanceOf(UnprocessableEvent.class);
    }

    /** STATE-4 */
    @Test
    void theHandlersOfAProxiedConsumerAreFoundAndCalledThroughTheProxy() {
        List<String> intercepted = new ArrayList<>();
        ProxyFactory factory = new ProxyFactory(new Proxied());
        factory.setProxyTargetClass(true);
        factory.addAdvice((org.aopalliance.intercept.MethodInterceptor) call -> {
            intercepted.add(call.getMethod().getName());
            return call.proceed();
        });
        FindingEvent.Resolved event = Samples.resolved();

        HandlerMethod.of((EventConsumer) factory.getProxy(Proxied.class.getClassLoader()))
                .getFirst()
                .call(event, EventSender.envelopeFor(event));

        assertThat(intercepted).containsExactly("on");
    }

    /** STATE-4 */
    @Test
    void aConsumerThatWouldHearNothingIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> HandlerMethod.of(new Deaf()))
                .withMessageContaining("Deaf");
        assertThatIllegalStateException()
                .isThrownBy(() -> HandlerMethod.of(new Wrong()))
                .withMessageContaining("must take an event");
    }

    static class Proxied implements EventConsumer {
        @EventHandler
        void on(FindingEvent.Resolved resolved) {}
    }
}
