package dev.wakeful.autodev.process;

import java.util.List;

/** Makes a process that is ready to be started out of a program and its arguments, inside whatever keeps it in (DEV-4). */
public interface Fence {

    ProcessBuilder around(List<String> argv);
}
