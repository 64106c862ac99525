/** How the jobs of each repository ended lately. */
@NullMarked
package dev.wakeful.bughunter.history;

import org.jspecify.annotations.NullMarked;
