/** The whole system in one process: every service on one embedded broker and database, all data in one directory. */
@NullMarked
package dev.wakeful.standalone;

import org.jspecify.annotations.NullMarked;
