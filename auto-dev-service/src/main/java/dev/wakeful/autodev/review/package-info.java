/** A second agent's opinion of a proven change. It decides nothing: what an agent says is a claim (VER-5). */
@NullMarked
package dev.wakeful.autodev.review;

import org.jspecify.annotations.NullMarked;
