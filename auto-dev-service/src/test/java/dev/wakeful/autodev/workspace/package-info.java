@NullMarked
package dev.wakeful.autodev.workspace;

import org.jspecify.annotations.NullMarked;
