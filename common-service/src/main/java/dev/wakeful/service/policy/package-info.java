/** A service takes its settings from the policy file, when it is told where that is. */
@NullMarked
package dev.wakeful.service.policy;

import org.jspecify.annotations.NullMarked;
