/** The rules, case by case. */
@NullMarked
package dev.wakeful.bughunter.classification;

import org.jspecify.annotations.NullMarked;
