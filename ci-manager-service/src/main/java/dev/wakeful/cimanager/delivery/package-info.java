/** What CI systems report: kept, understood and said in one form whatever the source. */
@NullMarked
package dev.wakeful.cimanager.delivery;

import org.jspecify.annotations.NullMarked;
