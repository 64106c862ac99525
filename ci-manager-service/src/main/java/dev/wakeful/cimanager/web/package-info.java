/** The HTTP edge: webhooks and logs in, the delivery log out. */
@NullMarked
package dev.wakeful.cimanager.web;

import org.jspecify.annotations.NullMarked;
