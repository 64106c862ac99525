/** The rules, case by case. */
@NullMarked
package dev.wakeful.planner.authority;

import org.jspecify.annotations.NullMarked;
