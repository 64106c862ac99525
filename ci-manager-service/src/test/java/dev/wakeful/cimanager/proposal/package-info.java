/** From a proven change to a pull request. */
@NullMarked
package dev.wakeful.cimanager.proposal;

import org.jspecify.annotations.NullMarked;
