package dev.wakeful.commandcenter.web;

/** How much one answer holds: at least one item, at most a thousand. */
final class Limit {

    private static final int MOST = 1_000;

    private Limit() {}

    static int of(int wanted) {
        return Math.clamp(wanted, 1, MOST);
    }
}
