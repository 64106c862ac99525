package dev.wakeful.commandcenter.approvals;

/** Nobody was asked this. */
public final class NoSuchQuestion extends RuntimeException {

    NoSuchQuestion(String id) {
        super("There is no question '" + id + "'; GET /api/approvals lists those there are.");
    }
}
