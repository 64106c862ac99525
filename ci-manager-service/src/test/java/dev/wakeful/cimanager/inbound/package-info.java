/** What is heard, delivered twice, late or with failures. */
@NullMarked
package dev.wakeful.cimanager.inbound;

import org.jspecify.annotations.NullMarked;
