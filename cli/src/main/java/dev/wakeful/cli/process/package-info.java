/** Programs of this machine that the command line runs: Git, the shell, small probes. */
@NullMarked
package dev.wakeful.cli.process;

import org.jspecify.annotations.NullMarked;
