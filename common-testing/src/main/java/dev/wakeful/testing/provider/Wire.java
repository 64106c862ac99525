package dev.wakeful.testing.provider;

import java.util.List;

/** One API as its provider speaks it. */
interface Wire {

    /** The messages of a stream, each with the empty line at its end. */
    List<String> stream(Received call, Used used, int pieces, boolean withUsage);

    String whole(Received call, Used used, boolean withUsage);

    static Wire of(String path) {
        return switch (path) {
            case "/v1/messages" -> new MessagesWire();
            case "/v1/responses" -> new ResponsesWire();
            case "/v1/chat/completions" -> new ChatWire();
            default -> new GeminiWire();
        };
    }

    static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    static String data(String data) {
        return "data: " + data + "\n\n";
    }
}
