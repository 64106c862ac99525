/** What a swarm costs beside its work: cutting its workspace, starting its sandbox, and twenty of them at once. */
@NullMarked
package dev.wakeful.benchmarks.swarm;

import org.jspecify.annotations.NullMarked;
