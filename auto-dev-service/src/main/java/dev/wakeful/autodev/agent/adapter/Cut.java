package dev.wakeful.autodev.agent.adapter;

/** Keeps a stranger's text short. */
final class Cut {

    private Cut() {}

    /** At most so many characters, with a sign that there was more. */
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + "…";
    }
}
