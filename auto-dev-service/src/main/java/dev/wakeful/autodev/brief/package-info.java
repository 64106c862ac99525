/** What an agent is told (DEV-5). */
@NullMarked
package dev.wakeful.autodev.brief;

import org.jspecify.annotations.NullMarked;
