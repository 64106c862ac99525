/** Runs configured agents for swarms: in the sandbox, watched over, written down while they run, gone on with after a crash. */
@NullMarked
package dev.wakeful.autodev.agent.run;

import org.jspecify.annotations.NullMarked;
