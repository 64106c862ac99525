@NullMarked
package dev.wakeful.autodev.search;

import org.jspecify.annotations.NullMarked;
