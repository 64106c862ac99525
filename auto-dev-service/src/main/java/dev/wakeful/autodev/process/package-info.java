/** Commands of strangers, run in a process group and environment of their own and ended without remainder. */
@NullMarked
package dev.wakeful.autodev.process;

import org.jspecify.annotations.NullMarked;
