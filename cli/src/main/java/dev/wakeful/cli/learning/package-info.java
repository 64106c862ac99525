/** What the system has learnt, at the terminal. */
@NullMarked
package dev.wakeful.cli.learning;

import org.jspecify.annotations.NullMarked;
