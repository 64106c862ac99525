package dev.wakeful.budget.gateway.web;

import dev.wakeful.budget.gateway.AnswerBroken;
import dev.wakeful.budget.gateway.CallerGone;
import dev.wakeful.budget.gateway.Gateway;
import dev.wakeful.budget.gateway.Request;
import dev.wakeful.budget.gateway.running.RunningCall;
import dev.wakeful.budget.gateway.wire.AnthropicMessages;
import dev.wakeful.budget.gateway.wire.CallRefused;
import dev.wakeful.budget.gateway.wire.ChatCompletions;
import dev.wakeful.budget.gateway.wire.GeminiGenerateContent;
import dev.wakeful.budget.gateway.wire.OpenAiResponses;
import dev.wakeful.budget.gateway.wire.WireFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.apache.coyote.CloseNowException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The providers' paths. A call keeps its virtual thread until its answer is through. */
@RestController
class GatewayEndpoint {

    private final Gateway gateway;
    private final Callers callers;
    private final CallerLines lines;
    private final Answers answers;

    GatewayEndpoint(Gateway gateway, Callers callers, CallerLines lines, Answers answers) {
        this.gateway = gateway;
        this.callers = callers;
        this.lines = lines;
        this.answers = answers;
    }

    @PostMapping("/v1/messages")
    void messages(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(new AnthropicMessages(), request, response);
    }

    @PostMapping("/v1/responses")
    void responses(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(new OpenAiResponses(), request, response);
    }

    @PostMapping("/v1/chat/completions")
    void chatCompletions(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(new ChatCompletions(), request, response);
    }

    @PostMapping("/v1beta/models/{call}")
    void generateContent(HttpServletRequest request, HttpServletResponse response) throws IOException {
        serve(new GeminiGenerateContent(), request, response);
    }

    private void serve(WireFormat format, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answering answering = answers.to(response);
        try {
            Request call = new Request(
                    callers.require(request),
                    format,
                    request.getRequestURI(),
                    Optional.ofNullable(request.getQueryString()).orElse(""),
                    PassedHeaders.of(request),
                    BoundedBody.read(request));
            serve(call, request, answering);
        } catch (CallRefused refused) {
            answering.refuse(refused.refusal(), format);
        } catch (AnswerBroken | CallerGone e) {
            // closes the connection; with its cause, Spring would take it for a caller that went away and end the
            // answer as if it were whole
            throw new CloseNowException(e.getMessage());
        }
    }

    private void serve(Request call, HttpServletRequest request, Answering answering) throws IOException {
        try (RunningCall one = lines.begin(request)) {
            gateway.call(call, answering, one);
        }
    }
}
