/** Emergency stop and resume. */
@NullMarked
package dev.wakeful.cli.emergency;

import org.jspecify.annotations.NullMarked;
