package dev.wakeful.autodev.workspace;

import java.util.List;
import java.util.stream.Collectors;

/** Paths as people read them: the first ones, without letters that would not be seen, and how many there are besides. */
public final class Names {

    private static final int LONGEST = 200;

    private Names() {}

    /** At most so many of them, each at most 200 characters long. */
    public static String of(List<String> paths, int most) {
        return paths.stream().limit(most).map(Names::plain).collect(Collectors.joining(", "))
                + (paths.size() > most ? " and " + (paths.size() - most) + " more" : "");
    }

    private static String plain(String path) {
        String seen = path.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
        return seen.length() <= LONGEST ? seen : seen.substring(0, LONGEST) + "…";
    }
}
