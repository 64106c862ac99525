package dev.wakeful.autodev.process;

import java.util.List;

/** Who talks with a process over its standard streams. All is called by the one thread that holds the dialogue. */
public interface Partner {

    /** What is said first. */
    List<String> opening();

    /** What is answered to a line. */
    List<String> heard(String line);

    /** What is said without having been spoken to; asked several times a second. */
    default List<String> remarks() {
        return List.of();
    }

    /** Whether more may be said; once not, the process sees the end of its input. */
    boolean keepsTalking();

    /** Whether the process may go on; asked several times a second. Once not, it is ended. */
    boolean goesOn();

    /** What is said to a process that is about to be ended. */
    List<String> farewell();
}
