/** What a step's end, its reports and its times mean. */
@NullMarked
package dev.wakeful.autodev.inspection;

import org.jspecify.annotations.NullMarked;
