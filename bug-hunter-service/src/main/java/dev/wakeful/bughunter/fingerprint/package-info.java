/** Tells identical failures from different ones, whatever the revision. */
@NullMarked
package dev.wakeful.bughunter.fingerprint;

import org.jspecify.annotations.NullMarked;
