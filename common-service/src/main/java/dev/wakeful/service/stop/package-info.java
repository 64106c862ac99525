/** Emergency stop and safe mode, in every service alike (STOP-1…4). */
@NullMarked
package dev.wakeful.service.stop;

import org.jspecify.annotations.NullMarked;
