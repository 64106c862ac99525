@NullMarked
package dev.wakeful.autodev.agent.watch;

import org.jspecify.annotations.NullMarked;
