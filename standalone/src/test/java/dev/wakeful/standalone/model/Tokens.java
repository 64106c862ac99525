package dev.wakeful.standalone.model;

/** What an answer is said to have used. */
record Tokens(long input, long output) {

    long total() {
        return input + output;
    }
}
