/** What a swarm shows at the gateway instead of a key. */
@NullMarked
package dev.wakeful.budget.gateway.token;

import org.jspecify.annotations.NullMarked;
