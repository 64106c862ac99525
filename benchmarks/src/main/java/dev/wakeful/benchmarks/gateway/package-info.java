/** What the metering gateway adds to a call of a model. */
@NullMarked
package dev.wakeful.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
