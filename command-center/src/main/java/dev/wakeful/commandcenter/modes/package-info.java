/** What people ask of the stance of the installation, and what they say they are doing (MODE-1…9). */
@NullMarked
package dev.wakeful.commandcenter.modes;

import org.jspecify.annotations.NullMarked;
