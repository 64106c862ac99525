/** A provider of models that speaks the real wire formats and does what a test tells it. */
@NullMarked
package dev.wakeful.testing.provider;

import org.jspecify.annotations.NullMarked;
