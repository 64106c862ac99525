/** Events leave in the transaction that caused them, and reach Kafka whatever happens in between. */
@NullMarked
package dev.wakeful.service.outbox;

import org.jspecify.annotations.NullMarked;
