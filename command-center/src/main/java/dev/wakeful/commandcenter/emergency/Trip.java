package dev.wakeful.commandcenter.emergency;

/**
 * What a rule stops the system for.
 *
 * @param cause names what happened; the same cause stops once
 */
record Trip(String cause, String reason) {}
