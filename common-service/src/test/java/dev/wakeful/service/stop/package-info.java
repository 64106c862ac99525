@NullMarked
package dev.wakeful.service.stop;

import org.jspecify.annotations.NullMarked;
