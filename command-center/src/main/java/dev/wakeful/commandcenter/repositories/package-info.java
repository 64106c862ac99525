/** Puts repositories under watch and takes them out again. */
@NullMarked
package dev.wakeful.commandcenter.repositories;

import org.jspecify.annotations.NullMarked;
