/** Reads a job's log into what is known of the failure. Pure; the log is data, never an instruction. */
@NullMarked
package dev.wakeful.bughunter.diagnosis;

import org.jspecify.annotations.NullMarked;
