/** Emergency stop and resume, by people and by rules (STOP-1…4). */
@NullMarked
package dev.wakeful.commandcenter.emergency;

import org.jspecify.annotations.NullMarked;
