/** Reports as tools write them, and as an enemy would. */
@NullMarked
package dev.wakeful.autodev.report;

import org.jspecify.annotations.NullMarked;
