package dev.wakeful.autodev.sandbox;

import java.nio.file.Path;

/**
 * A way out of a sandbox: a port of the loopback interface inside, answered by whoever listens on a socket file outside.
 *
 * @param inside where the file is seen inside
 */
record Passage(int port, Path outside, Path inside) {}
