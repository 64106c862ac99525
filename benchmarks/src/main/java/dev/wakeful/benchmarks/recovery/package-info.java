/** What a kill of the process costs while many swarms are at work, and whether anything is lost or doubled. */
@NullMarked
package dev.wakeful.benchmarks.recovery;

import org.jspecify.annotations.NullMarked;
