package dev.wakeful.cli.doctor;

/**
 * What one check saw.
 *
 * @param check its short name, stable for scripts
 * @param says what was seen, one sentence
 * @param fix what to do about it; empty when all is well
 */
public record Diagnosis(String check, Verdict verdict, String says, String fix) {

    static Diagnosis ok(String check, String says) {
        return new Diagnosis(check, Verdict.ok, says, "");
    }

    static Diagnosis warning(String check, String says, String fix) {
        return new Diagnosis(check, Verdict.warning, says, fix);
    }

    static Diagnosis problem(String check, String says, String fix) {
        return new Diagnosis(check, Verdict.problem, says, fix);
    }

    /** How bad it is: a warning lets Wakeful run, a problem does not. */
    public enum Verdict {
        ok,
        warning,
        problem
    }
}
