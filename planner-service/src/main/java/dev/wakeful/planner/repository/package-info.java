/** The planner's own copy of what is watched. */
@NullMarked
package dev.wakeful.planner.repository;

import org.jspecify.annotations.NullMarked;
