/** The command center, tried as the services and the people around it would. */
@NullMarked
package dev.wakeful.commandcenter;

import org.jspecify.annotations.NullMarked;
