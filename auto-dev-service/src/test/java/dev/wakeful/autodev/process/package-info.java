@NullMarked
package dev.wakeful.autodev.process;

import org.jspecify.annotations.NullMarked;
