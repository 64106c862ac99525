/** Which running copy of a service this is, and its signs of life. */
@NullMarked
package dev.wakeful.service.instance;

import org.jspecify.annotations.NullMarked;
