/** What an agent is told: the real failure, and text from outside fenced in as data (DEV-5). */
@NullMarked
package dev.wakeful.autodev.brief;

import org.jspecify.annotations.NullMarked;
