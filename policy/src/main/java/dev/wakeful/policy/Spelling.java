package dev.wakeful.policy;

/** How far two spellings are apart: the Levenshtein distance. */
final class Spelling {

    private Spelling() {}

    static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
                current[column] =
                        Math.min(Math.min(current[column - 1] + 1, above[column] + 1), above[column - 1] + change);
            }
            above = current;
        }
        return above[other.length()];
    }
}
