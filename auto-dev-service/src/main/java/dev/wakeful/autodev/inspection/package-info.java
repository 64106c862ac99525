/** Proves a candidate: the failure's own check, the repository's pipeline, and a look at what the change does to the checks (VER-1…6). */
@NullMarked
package dev.wakeful.autodev.inspection;

import org.jspecify.annotations.NullMarked;
