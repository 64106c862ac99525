/** What a swarm shows at the metering gateway instead of a provider's key. */
@NullMarked
package dev.wakeful.service.token;

import org.jspecify.annotations.NullMarked;
