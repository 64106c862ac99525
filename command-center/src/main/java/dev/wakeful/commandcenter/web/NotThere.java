package dev.wakeful.commandcenter.web;

/** What the address names does not exist; the message says where to look. */
final class NotThere extends RuntimeException {

    NotThere(String message) {
        super(message);
    }
}
