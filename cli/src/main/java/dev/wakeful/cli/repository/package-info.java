/** The repositories Wakeful keeps healthy: add, list, remove. */
@NullMarked
package dev.wakeful.cli.repository;

import org.jspecify.annotations.NullMarked;
