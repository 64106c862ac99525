/** The only door to CI systems and forges. */
@NullMarked
package dev.wakeful.cimanager;

import org.jspecify.annotations.NullMarked;
