/** Tests of {@code dev.wakeful.commandcenter.people}. */
@NullMarked
package dev.wakeful.commandcenter.people;

import org.jspecify.annotations.NullMarked;
