/** What passes and further reports do to a finding. */
@NullMarked
package dev.wakeful.bughunter.finding;

import org.jspecify.annotations.NullMarked;
