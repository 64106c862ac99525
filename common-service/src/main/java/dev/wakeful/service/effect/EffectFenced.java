package dev.wakeful.service.effect;

/** An effect was refused because the epoch in which its work began is over. */
public final class EffectFenced extends RuntimeException {

    EffectFenced(String key, long epoch, long current) {
        super("Effect " + key + " began in epoch " + epoch + " and was refused: the epoch is now " + current);
    }

    EffectFenced(String key, Throwable cut) {
        super("Effect " + key + " was under way at an emergency stop and was broken off", cut);
    }
}
