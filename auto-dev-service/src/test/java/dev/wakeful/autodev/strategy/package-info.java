@NullMarked
package dev.wakeful.autodev.strategy;

import org.jspecify.annotations.NullMarked;
