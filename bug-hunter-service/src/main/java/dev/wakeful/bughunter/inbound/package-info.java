/** What the bug-hunter hears. */
@NullMarked
package dev.wakeful.bughunter.inbound;

import org.jspecify.annotations.NullMarked;
