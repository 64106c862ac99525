/** What the pages say, worked out beforehand: no I/O, no markup. */
@NullMarked
package dev.wakeful.commandcenter.pages;

import org.jspecify.annotations.NullMarked;
