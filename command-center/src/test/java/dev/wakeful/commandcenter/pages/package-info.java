/** What the pages say, tried without I/O. */
@NullMarked
package dev.wakeful.commandcenter.pages;

import org.jspecify.annotations.NullMarked;
