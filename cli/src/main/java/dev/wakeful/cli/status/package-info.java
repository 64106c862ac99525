/** What is happening: a snapshot and the live stream. */
@NullMarked
package dev.wakeful.cli.status;

import org.jspecify.annotations.NullMarked;
