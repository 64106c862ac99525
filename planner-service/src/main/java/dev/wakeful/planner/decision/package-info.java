/** The record of every decision and why (WAKE-3). */
@NullMarked
package dev.wakeful.planner.decision;

import org.jspecify.annotations.NullMarked;
