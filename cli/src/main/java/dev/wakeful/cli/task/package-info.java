/** The tasks Wakeful works on: list, show and stop. */
@NullMarked
package dev.wakeful.cli.task;

import org.jspecify.annotations.NullMarked;
