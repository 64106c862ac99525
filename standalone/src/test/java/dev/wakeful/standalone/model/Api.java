package dev.wakeful.standalone.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One of the ways to talk with a model over HTTP. */
interface Api {

    List<Api> ALL = List.of(new Messages(), new Responses(), new ChatCompletions(), new GenerateContent());

    boolean isAt(String path);

    Ask ask(String path, JsonNode body);

    /** The events of a streamed answer. */
    List<Event> answer(Ask ask, Turn turn, Tokens used);

    /** A whole answer, where one is asked for without a stream. */
    default String whole(Ask ask, Turn turn, Tokens used) {
        return answer(ask, turn, used).getLast().data();
    }

    /** The words for its tools. */
    Toolbox toolbox(Ask ask);

    static Optional<Api> at(String path) {
        return ALL.stream().filter(api -> api.isAt(path)).findFirst();
    }

    /** @param name empty where the API names none */
    record Event(String name, String data) {

        String text() {
            return (name.isEmpty() ? "" : "event: " + name + "\n") + "data: " + data + "\n\n";
        }
    }
}
