package dev.wakeful.autodev.brief;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a log that say what failed, with a little around them, and its end; pure (HUNT-2). */
final class LogExcerpt {

    private static final int BEFORE = 3;
    private static final int AFTER = 8;
    private static final int END = 25;
    private static final int LINES = 160;
    private static final int LONGEST_LINE = 400;
    private static final Pattern TELLING = Pattern.compile(
            "\\b(error|fail(ed|ure|ing|s)?|exception|traceback|panic(ked)?|assert(ion)?|expected|undefined|cannot|not found|"
                    + "segmentation fault|fatal|abort(ed)?)\\b|^E\\s|✗|✖|not ok ",
            Pattern.CASE_INSENSITIVE);

    private LogExcerpt() {}

    /** At most 160 lines; the first failures come first, since later ones often follow from them. */
    static String of(List<String> log) {
        BitSet kept = new BitSet(log.size());
        int room = LINES - END;
        for (int i = 0; i < log.size() && kept.cardinality() < room; i++) {
            if (TELLING.matcher(shortened(log.get(i))).find()) {
                kept.set(Math.max(0, i - BEFORE), Math.min(log.size(), i + AFTER + 1));
            }
        }
        kept.set(Math.max(0, log.size() - END), log.size());
        StringBuilder excerpt = new StringBuilder();
        int next = 0;
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            if (i > next) {
                excerpt.append("[… ").append(i - next).append(" lines …]\n");
            }
            excerpt.append(shortened(log.get(i))).append('\n');
            next = i + 1;
        }
        return excerpt.toString();
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " […]";
    }
}
