/** Locks that live exactly as long as a database session. */
@NullMarked
package dev.wakeful.service.lock;

import org.jspecify.annotations.NullMarked;
