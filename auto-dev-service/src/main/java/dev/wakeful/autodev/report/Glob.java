package dev.wakeful.autodev.report;

import java.util.regex.Pattern;

/** A pattern of paths: {@code *} and {@code ?} stay within a directory, {@code **} does not and may stand for nothing. */
record Glob(Pattern pattern, String root) {

    static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("**/", i)) {
                regex.append("(?:[^/]+/)*");
                i += 2;
            } else if (text.startsWith("**", i)) {
                regex.append(".*");
                i++;
            } else if (text.charAt(i) == '*') {
                regex.append("[^/]*");
            } else if (text.charAt(i) == '?') {
                regex.append("[^/]");
            } else {
                regex.append(Pattern.quote(String.valueOf(text.charAt(i))));
            }
        }
        return new Glob(Pattern.compile(regex.toString()), root(text));
    }

    /** The directories before the first that is a pattern; only below them is looked. */
    private static String root(String text) {
        int wild = text.replace('?', '*').indexOf('*');
        String fixed = wild < 0 ? text : text.substring(0, wild);
        return fixed.contains("/") ? fixed.substring(0, fixed.lastIndexOf('/')) : "";
    }

    boolean matches(String path) {
        return pattern.matcher(path).matches();
    }
}
