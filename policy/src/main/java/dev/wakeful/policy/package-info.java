/** The policy file {@code wakeful.yaml}: what may be set in it, what is allowed, and what it says. */
@NullMarked
package dev.wakeful.policy;

import org.jspecify.annotations.NullMarked;
