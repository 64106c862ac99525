/** What agents ask people while they work: each question bound to exactly one call of a tool, each answer used at most once (AUTH-9, AUTH-10). */
@NullMarked
package dev.wakeful.autodev.agent.permission;

import org.jspecify.annotations.NullMarked;
