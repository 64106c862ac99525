/** What is remembered of jobs. */
@NullMarked
package dev.wakeful.bughunter.history;

import org.jspecify.annotations.NullMarked;
