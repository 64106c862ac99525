/** What auto-dev hears. */
@NullMarked
package dev.wakeful.autodev.inbound;

import org.jspecify.annotations.NullMarked;
