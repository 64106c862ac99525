/** The HTTP edge as senders see it. */
@NullMarked
package dev.wakeful.cimanager.web;

import org.jspecify.annotations.NullMarked;
