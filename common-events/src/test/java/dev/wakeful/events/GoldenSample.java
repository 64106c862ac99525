package dev.wakeful.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One committed document of a type, as some producer said it once. */
record GoldenSample(Path file) {

    static final Path ROOT = Path.of("src/test/resources/golden");
    private static final JsonMapper MAPPER = new JsonMapper();

    static List<GoldenSample> all() {
        try (var files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(GoldenSample::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String wireName() {
        return ROOT.relativize(file).getName(0).toString();
    }

    /** As it is listed in the manifest. */
    String listedName() {
        return wireName() + "/" + file.getFileName();
    }

    byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode tree() {
        return MAPPER.readTree(bytes());
    }

    Event decoded() {
        return EventJson.decode(wireName(), bytes());
    }

    /** What today's producer says for it. */
    JsonNode reencoded() {
        return MAPPER.readTree(EventJson.encode(decoded()));
    }

    @Override
    public String toString() {
        return listedName();
    }
}
