/** Running a repository's check on an exact revision, and remembering what it said. */
@NullMarked
package dev.wakeful.autodev.check;

import org.jspecify.annotations.NullMarked;
