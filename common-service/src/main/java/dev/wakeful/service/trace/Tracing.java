package dev.wakeful.service.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Spans whose parent may have been written to a database or a record header long ago. */
public final class Tracing {

    private static final String TRACEPARENT = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<String> PARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String carrier) {
            return List.of(TRACEPARENT);
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return TRACEPARENT.equals(key) ? carrier : null;
        }
    };

    private final Tracer tracer;

    public Tracing(OpenTelemetry openTelemetry) {
        this.tracer = openTelemetry.getTracer("dev.wakeful");
    }

    /** The current span as a W3C header value, to be stored beside what it caused; absent outside any span. */
    public @Nullable String traceparent() {
        Map<String, String> carrier = new HashMap<>();
        W3C.inject(Context.current(), carrier, (headers, key, value) -> {
            if (headers != null) {
                headers.put(key, value);
            }
        });
        return carrier.get(TRACEPARENT);
    }

    /** The trace id within a traceparent, for people; absent when there is none. */
    public static @Nullable String traceId(@Nullable String traceparent) {
        return traceparent != null && traceparent.length() >= 35 ? traceparent.substring(3, 35) : null;
    }

    /** Runs the work in a span whose parent is the current span, or a new trace. */
    public <T extends @Nullable Object> T span(
            String name, SpanKind kind, Map<String, String> attributes, Supplier<T> work) {
        return inSpan(Context.current(), name, kind, attributes, work);
    }

    /** Runs the work in a span whose parent was stored as a traceparent; without one it starts a new trace. */
    public <T extends @Nullable Object> T spanUnder(
            @Nullable String traceparent,
            String name,
            SpanKind kind,
            Map<String, String> attributes,
            Supplier<T> work) {
        Context parent = traceparent == null ? Context.root() : W3C.extract(Context.root(), traceparent, PARENT);
        return inSpan(parent, name, kind, attributes, work);
    }

    private <T extends @Nullable Object> T inSpan(
            Context parent, String name, SpanKind kind, Map<String, String> attributes, Supplier<T> work) {
        var builder = tracer.spanBuilder(name).setParent(parent).setSpanKind(kind);
        attributes.forEach(builder::setAttribute);
        Span span = builder.startSpan();
        try (Scope ignored = span.makeCurrent()) {
            return work.get();
        } catch (RuntimeException | Error e) {
            span.recordException(e);
            span.setStatus(StatusCode.ERROR);
            throw e;
        } finally {
            span.end();
        }
    }
}
