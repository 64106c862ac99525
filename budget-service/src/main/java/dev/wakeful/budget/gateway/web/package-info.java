/** The gateway's HTTP edge: the providers' own paths, on loopback. */
@NullMarked
package dev.wakeful.budget.gateway.web;

import org.jspecify.annotations.NullMarked;
