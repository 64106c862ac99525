/** The tasks Wakeful works on: list and show. */
@NullMarked
package dev.wakeful.cli.task;

import org.jspecify.annotations.NullMarked;
