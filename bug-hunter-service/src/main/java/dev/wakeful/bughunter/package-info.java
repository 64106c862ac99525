/** Turns raw failures into diagnosed findings: one per fingerprint, classified before anyone is paid to fix it. */
@NullMarked
package dev.wakeful.bughunter;

import org.jspecify.annotations.NullMarked;
