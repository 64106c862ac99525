/** How the command line speaks to a running Wakeful: its HTTP interface, its live stream and its webhooks. */
@NullMarked
package dev.wakeful.cli.server;

import org.jspecify.annotations.NullMarked;
