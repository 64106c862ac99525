/** What may start without a person: the table of rules (AUTH) and its conditions. Pure. */
@NullMarked
package dev.wakeful.planner.authority;

import org.jspecify.annotations.NullMarked;
