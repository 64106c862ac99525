/** The {@code wakeful} command. */
@NullMarked
package dev.wakeful.cli;

import org.jspecify.annotations.NullMarked;
