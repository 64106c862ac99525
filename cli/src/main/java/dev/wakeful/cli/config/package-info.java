/** {@code wakeful config}: the policy file, before and while it holds. */
@NullMarked
package dev.wakeful.cli.config;

import org.jspecify.annotations.NullMarked;
