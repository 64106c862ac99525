/** A proven change becomes one draft pull request, or a reason why not. */
@NullMarked
package dev.wakeful.cimanager.proposal;

import org.jspecify.annotations.NullMarked;
