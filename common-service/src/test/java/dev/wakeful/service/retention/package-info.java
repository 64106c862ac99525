@NullMarked
package dev.wakeful.service.retention;

import org.jspecify.annotations.NullMarked;
