/** The only way from an agent to a model: every call is paid for before it is made, and metered while it is answered (BUD-4). */
@NullMarked
package dev.wakeful.budget.gateway;

import org.jspecify.annotations.NullMarked;
