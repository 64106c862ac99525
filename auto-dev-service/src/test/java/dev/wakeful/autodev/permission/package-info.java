@NullMarked
package dev.wakeful.autodev.permission;

import org.jspecify.annotations.NullMarked;
