package dev.wakeful.autodev.agent.adapter;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Writes JSON-RPC 2.0 messages, one a line. */
final class Rpc {

    static final int NO_SUCH_METHOD = -32601;

    private int last;

    /** The number of the last request. */
    int last() {
        return last;
    }

    String request(String method, Map<String, Object> params) {
        last++;
        return Json.write(message(Map.of("id", last, "method", method, "params", params)));
    }

    static String notification(String method, Map<String, Object> params) {
        return Json.write(message(Map.of("method", method, "params", params)));
    }

    static String result(JsonNode id, Map<String, Object> result) {
        return Json.write(message(Map.of("id", id, "result", result)));
    }

    static String error(JsonNode id, int code, String why) {
        return Json.write(message(Map.of("id", id, "error", Map.of("code", code, "message", why))));
    }

    private static Map<String, Object> message(Map<String, Object> rest) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("jsonrpc", "2.0");
        message.putAll(rest);
        return message;
    }
}
