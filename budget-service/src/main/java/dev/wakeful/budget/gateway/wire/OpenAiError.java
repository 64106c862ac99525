package dev.wakeful.budget.gateway.wire;

import tools.jackson.databind.node.ObjectNode;

/** Errors as both of OpenAI's APIs have them. */
final class OpenAiError {

    private OpenAiError() {}

    static byte[] of(Refusal refusal) {
        ObjectNode body = Json.object();
        body.putObject("error")
                .put("message", refusal.message())
                .put("type", type(refusal.status()))
                .putNull("param")
                .put("code", refusal.reason());
        return Json.write(body);
    }

    private static String type(int status) {
        return switch (status) {
            case 400, 413 -> "invalid_request_error";
            case 401 -> "authentication_error";
            case 402 -> "insufficient_quota";
            case 403 -> "permission_error";
            default -> "server_error";
        };
    }
}
