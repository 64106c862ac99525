/** What the system asks people, and their answers. */
@NullMarked
package dev.wakeful.cli.approval;

import org.jspecify.annotations.NullMarked;
