/** The providers' wire formats: what a call asks for, what its answer has used, and how its errors look. */
@NullMarked
package dev.wakeful.budget.gateway.wire;

import org.jspecify.annotations.NullMarked;
