/** Who says something to the system, and their signs of life. */
@NullMarked
package dev.wakeful.commandcenter.people;

import org.jspecify.annotations.NullMarked;
