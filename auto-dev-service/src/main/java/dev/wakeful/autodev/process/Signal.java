package dev.wakeful.autodev.process;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** Signals to process groups and processes, by the operating system's own {@code kill(2)}: nothing has to be started for it. */
@SuppressWarnings("restricted")
enum Signal {
    TERM(15),
    KILL(9);

    private static final MethodHandle SEND = Linker.nativeLinker()
            .downcallHandle(
                    Linker.nativeLinker().defaultLookup().findOrThrow("kill"),
                    FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));

    private final int number;

    Signal(int number) {
        this.number = number;
    }

    /** So that the first one that matters is as quick as all others. */
    static void prepare() {
        send((int) ProcessHandle.current().pid(), 0);
    }

    /** Nobody may be left in the group. */
    void sendTo(long group) {
        if (group <= 1) {
            throw new IllegalArgumentException("There is no process group " + group + " of a command");
        }
        send((int) -group, number);
    }

    /** To one process. */
    void sendToProcess(long process) {
        if (process <= 1) {
            throw new IllegalArgumentException("There is no process " + process + " of a command");
        }
        send((int) process, number);
    }

    private static void send(int target, int number) {
        try {
            int answer = (int) SEND.invokeExact(target, number);
            assert answer <= 0;
        } catch (Throwable e) {
            throw new IllegalStateException("Signal " + number + " could not be sent to " + target, e);
        }
    }
}
