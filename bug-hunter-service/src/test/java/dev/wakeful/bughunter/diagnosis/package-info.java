/** Logs of many tools, and hostile ones. */
@NullMarked
package dev.wakeful.bughunter.diagnosis;

import org.jspecify.annotations.NullMarked;
