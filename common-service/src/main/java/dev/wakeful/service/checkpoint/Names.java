package dev.wakeful.service.checkpoint;

/** Names of the database in statements. */
final class Names {

    private Names() {}

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
