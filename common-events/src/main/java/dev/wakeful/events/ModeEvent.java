package dev.wakeful.events;

/** The stance of the whole installation. Key: always {@code installation}. */
public sealed interface ModeEvent extends Event {

    @Override
    default String key() {
        return "installation";
    }

    /** From now on this mode is in force (MODE-1…4). */
    @WireName("mode.changed.v1")
    record Changed(Mode mode, String reason) implements ModeEvent {}

    /** The modes that exist. */
    enum Mode {
        ACTIVE,
        NIGHT,
        MAINTENANCE,
        CRISIS
    }
}
