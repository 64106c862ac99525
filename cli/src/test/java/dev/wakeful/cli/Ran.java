package dev.wakeful.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How one call of the command ended, run inside this process. */
public record Ran(int exit, String out, String err) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public static Ran wakeful(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Wakeful.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        int exit = command.execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    /** With the data directory named last. */
    public static Ran on(Path data, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", data.toString()));
        return wakeful(all.toArray(String[]::new));
    }

    public JsonNode json() {
        return JSON.readTree(out);
    }
}
