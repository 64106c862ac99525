/** How a repository wants its changes verified: its {@code .wakeful.yaml}, or what can be told from its build files (HUNT-1, VER-1). */
@NullMarked
package dev.wakeful.autodev.pipeline;

import org.jspecify.annotations.NullMarked;
