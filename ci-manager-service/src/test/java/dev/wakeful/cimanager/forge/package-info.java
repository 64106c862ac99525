/** What every forge must do. */
@NullMarked
package dev.wakeful.cimanager.forge;

import org.jspecify.annotations.NullMarked;
