/** The rules against weakened checks, each with what it must find and what it must leave alone. */
@NullMarked
package dev.wakeful.autodev.tamper;

import org.jspecify.annotations.NullMarked;
