/** What people want of workspaces. */
@NullMarked
package dev.wakeful.commandcenter.workspaces;

import org.jspecify.annotations.NullMarked;
