/** Work that only one instance may do at a time, with a fencing token. */
@NullMarked
package dev.wakeful.service.lease;

import org.jspecify.annotations.NullMarked;
