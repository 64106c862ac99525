@NullMarked
package dev.wakeful.commandcenter.reading;

import org.jspecify.annotations.NullMarked;
