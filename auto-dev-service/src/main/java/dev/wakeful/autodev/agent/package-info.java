/** Coding agents behind one port (DEV-3): what is run, what it says while it works, and how it ended. What it says is a claim, never proof. */
@NullMarked
package dev.wakeful.autodev.agent;

import org.jspecify.annotations.NullMarked;
