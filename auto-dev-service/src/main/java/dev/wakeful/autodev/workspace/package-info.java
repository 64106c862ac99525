/** Trees cut from a repository without ever writing to it. */
@NullMarked
package dev.wakeful.autodev.workspace;

import org.jspecify.annotations.NullMarked;
