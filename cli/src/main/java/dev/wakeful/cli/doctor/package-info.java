/** Whether this machine can run Wakeful, and how to mend what is missing. */
@NullMarked
package dev.wakeful.cli.doctor;

import org.jspecify.annotations.NullMarked;
