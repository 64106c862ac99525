/** Tests of {@code dev.wakeful.commandcenter.outside}. */
@NullMarked
package dev.wakeful.commandcenter.outside;

import org.jspecify.annotations.NullMarked;
