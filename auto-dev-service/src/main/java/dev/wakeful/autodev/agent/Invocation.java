package dev.wakeful.autodev.agent;

import java.util.List;
import java.util.Map;

/**
 * How an agent is started, as data.
 *
 * @param argv program and arguments; no secret is ever in here
 * @param environment added to the allow-listed environment of the sandbox
 * @param homeFiles settings it finds in its private home: path relative to the home, and content
 */
public record Invocation(List<String> argv, Map<String, String> environment, Map<String, String> homeFiles) {

    public Invocation {
        argv = List.copyOf(argv);
        environment = Map.copyOf(environment);
        homeFiles = Map.copyOf(homeFiles);
    }
}
