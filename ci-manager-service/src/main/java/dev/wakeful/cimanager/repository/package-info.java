/** The repositories somebody asked the system to watch, as this service knows them. */
@NullMarked
package dev.wakeful.cimanager.repository;

import org.jspecify.annotations.NullMarked;
