/** Old rows that nothing refers to any more are removed (JOB-7). */
@NullMarked
package dev.wakeful.service.retention;

import org.jspecify.annotations.NullMarked;
