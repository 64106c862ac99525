package dev.wakeful.commandcenter.repositories;

/** What was asked for a repository cannot be; the message says what to do. */
public final class RepositoryRefused extends RuntimeException {

    RepositoryRefused(String message) {
        super(message);
    }
}
