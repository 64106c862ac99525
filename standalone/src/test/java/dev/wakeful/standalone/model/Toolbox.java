package dev.wakeful.standalone.model;

import java.util.List;

/** How an agent is told to do something, in the words of its own tools. */
interface Toolbox {

    Turn shell(String command);

    /** Replaces the only line of a file. */
    List<Turn> edit(String path, String from, String to);
}
