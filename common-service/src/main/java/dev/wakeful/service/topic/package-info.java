/** The topics exist before anything is said or heard, where the broker lets them. */
@NullMarked
package dev.wakeful.service.topic;

import org.jspecify.annotations.NullMarked;
