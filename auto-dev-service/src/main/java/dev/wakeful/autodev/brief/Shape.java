package dev.wakeful.autodev.brief;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Shapes in which orders to agents have been smuggled into logs, issues and commits (needs row 23). A guard rail, not a wall: the wall is the sandbox. */
enum Shape {
    OVERRIDE(
            "tells to ignore earlier instructions",
            "\\b(ignore|disregard|forget|override)\\b.{0,40}\\b(previous|prior|above|earlier|all|your|system)\\b.{0,40}"
                    + "\\b(instruction|rule|prompt|direction|guideline|constraint)s?\\b"),
    ROLE(
            "speaks as the system or to the assistant",
            "^\\W*(system|assistant|developer)\\s*(prompt|message|note)?\\s*:|\\byou are now\\b|\\b(as|dear|hey|attention,?) "
                    + "(an? )?(ai|assistant|agent|llm|coding agent)\\b|\\bnew (system )?instructions?\\b"),
    MARKUP(
            "has the control marks of a model's input",
            "<\\|?(im_start|im_end|system|assistant|endoftext|start_header_id)\\|?>|\\[/?INST\\]|</?(system|tool_call|tool_use|function_calls?|"
                    + "antml:[a-z_]+)\\b"),
    SHELL(
            "asks to fetch and run something",
            "\\b(curl|wget|fetch)\\b[^\\n|;&]{0,200}\\|\\s*(sudo\\s+)?(ba|z|da)?sh\\b|\\bbase64\\b[^\\n|]{0,80}-d[^\\n|]{0,80}\\|\\s*(ba)?sh\\b"),
    SECRETS(
            "asks for secrets",
            "\\b(print|send|post|upload|exfiltrate|leak|reveal|echo|cat)\\b.{0,60}\\b(api[ _-]?keys?|secrets?|credentials?|tokens?|"
                    + "passwords?|\\.env|id_rsa|system prompt)\\b"),
    WEAKEN(
            "asks to weaken checks",
            "\\b(delete|remove|disable|skip|comment out)\\b.{0,30}\\b(the |all |failing |these |this )*(tests?|checks?|assertions?|ci)\\b.{0,60}"
                    + "\\b(instead|to (make|get)|so that|and (commit|push|report))\\b"),
    HIDDEN(
            "holds letters that people do not see",
            "[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\u2066-\\u2069\\uFEFF\\x{E0000}-\\x{E007F}]");

    private final String words;
    private final Pattern pattern;

    Shape(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What it does, for people. */
    String words() {
        return words;
    }

    /** The first shape that the line has. */
    static Optional<Shape> of(String line) {
        return Arrays.stream(values())
                .filter(shape -> shape.pattern.matcher(line).find())
                .findFirst();
    }
}
