@NullMarked
package dev.wakeful.autodev.sandbox;

import org.jspecify.annotations.NullMarked;
