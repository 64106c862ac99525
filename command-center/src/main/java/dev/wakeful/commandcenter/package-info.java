/** What people see and say: the pages, the API behind them, and the picture they show. */
@NullMarked
package dev.wakeful.commandcenter;

import org.jspecify.annotations.NullMarked;
