/** The files of swarms. */
@NullMarked
package dev.wakeful.cli.workspace;

import org.jspecify.annotations.NullMarked;
