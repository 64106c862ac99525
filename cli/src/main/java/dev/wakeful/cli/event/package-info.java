/** Events by hand, signed and sent as a CI system would. */
@NullMarked
package dev.wakeful.cli.event;

import org.jspecify.annotations.NullMarked;
