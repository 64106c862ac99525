@NullMarked
package dev.wakeful.autodev.agent.permission;

import org.jspecify.annotations.NullMarked;
