package dev.wakeful.planner.authority;

/** One condition of a rule. Pure. */
interface Condition {

    Answer check(Situation situation, Terms terms);

    /**
     * @param met whether the rule's condition holds
     * @param input the name of what was looked at
     * @param seen what was seen there, with its numbers
     */
    record Answer(boolean met, String input, String seen) {}
}
