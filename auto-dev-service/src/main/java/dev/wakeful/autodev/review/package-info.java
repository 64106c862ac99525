/**
 * A second agent's opinion of a proven change. It proves nothing: what an agent says is a claim (VER-5). Where the policy requires it, a change that
 * nobody accepted goes to a person.
 */
@NullMarked
package dev.wakeful.autodev.review;

import org.jspecify.annotations.NullMarked;
