package dev.wakeful.standalone.model;

import java.util.List;

/** How an agent is told to do something, in the words of its own tools. */
interface Toolbox {

    Turn shell(String command);

    /** With a tool of its own, where there is one. */
    default Turn fetch(String address) {
        return shell("curl -s " + address);
    }

    /** Replaces the only line of a file. */
    List<Turn> edit(String path, String from, String to);
}
