/** A local Git repository as a forge; all of its pull requests live in Git itself. */
@NullMarked
package dev.wakeful.cimanager.forge.plaingit;

import org.jspecify.annotations.NullMarked;
