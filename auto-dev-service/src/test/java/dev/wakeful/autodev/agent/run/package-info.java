@NullMarked
package dev.wakeful.autodev.agent.run;

import org.jspecify.annotations.NullMarked;
