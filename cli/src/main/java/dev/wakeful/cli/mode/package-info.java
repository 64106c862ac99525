/** The stance of the installation as people ask for it, and who is here. */
@NullMarked
package dev.wakeful.cli.mode;

import org.jspecify.annotations.NullMarked;
