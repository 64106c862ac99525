/** The providers behind the gateway: their addresses and keys, when they are full, and when they are down (DEV-7). */
@NullMarked
package dev.wakeful.budget.gateway.provider;

import org.jspecify.annotations.NullMarked;
