/** Records nobody could handle, kept to be looked at and replayed. */
@NullMarked
package dev.wakeful.commandcenter.deadletters;

import org.jspecify.annotations.NullMarked;
