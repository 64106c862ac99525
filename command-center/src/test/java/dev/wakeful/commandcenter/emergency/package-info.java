@NullMarked
package dev.wakeful.commandcenter.emergency;

import org.jspecify.annotations.NullMarked;
