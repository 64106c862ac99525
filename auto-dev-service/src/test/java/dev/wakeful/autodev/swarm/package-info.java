@NullMarked
package dev.wakeful.autodev.swarm;

import org.jspecify.annotations.NullMarked;
