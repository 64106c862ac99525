/** A language model that plays a script, so that real coding agents can be tested without one. */
@NullMarked
package dev.wakeful.standalone.model;

import org.jspecify.annotations.NullMarked;
