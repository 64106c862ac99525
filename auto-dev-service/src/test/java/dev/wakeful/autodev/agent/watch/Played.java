package dev.wakeful.autodev.agent.watch;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One agent of the corpus that can be watched again. */
sealed interface Played permits Recording, RealRecording {

    /** What was noticed, and when. */
    record Noticed(@Nullable Alarm alarm, long second) {}

    String name();

    /** What is to be noticed; nothing of an agent that is well. */
    Optional<Alarm> expected();

    /** When at the latest. */
    long bySeconds();

    /** Plays it as it was, looked at every five seconds. */
    Noticed play();
}
