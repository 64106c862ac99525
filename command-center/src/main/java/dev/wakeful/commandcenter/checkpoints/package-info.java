/** A person asks for a checkpoint and sees who has written one. */
@NullMarked
package dev.wakeful.commandcenter.checkpoints;

import org.jspecify.annotations.NullMarked;
