/** Whole-service tests and what they share. */
@NullMarked
package dev.wakeful.cimanager;

import org.jspecify.annotations.NullMarked;
