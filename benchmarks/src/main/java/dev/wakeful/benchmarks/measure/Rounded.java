package dev.wakeful.benchmarks.measure;

/** Numbers without digits that mean nothing. */
final class Rounded {

    private Rounded() {}

    static double toMicros(double millis) {
        return Math.round(millis * 1_000) / 1_000.0;
    }
}
