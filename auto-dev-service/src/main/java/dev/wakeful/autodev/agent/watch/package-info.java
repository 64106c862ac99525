/** Tells from what an agent says and does whether it is stuck, goes round in circles, or is dead (DEV-6, TRG-3, TRG-11, TRG-12). Pure. */
@NullMarked
package dev.wakeful.autodev.agent.watch;

import org.jspecify.annotations.NullMarked;
