/** What is the same failure and what is not. */
@NullMarked
package dev.wakeful.bughunter.fingerprint;

import org.jspecify.annotations.NullMarked;
