@NullMarked
package dev.wakeful.service.checkpoint;

import org.jspecify.annotations.NullMarked;
