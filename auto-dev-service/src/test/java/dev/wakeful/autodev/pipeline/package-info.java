/** Reading how a repository wants its changes verified. */
@NullMarked
package dev.wakeful.autodev.pipeline;

import org.jspecify.annotations.NullMarked;
