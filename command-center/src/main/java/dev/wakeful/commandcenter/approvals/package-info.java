/** The answers of people to what the system asks them (AUTH-7…11). */
@NullMarked
package dev.wakeful.commandcenter.approvals;

import org.jspecify.annotations.NullMarked;
