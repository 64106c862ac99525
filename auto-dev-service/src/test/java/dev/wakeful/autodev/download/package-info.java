@NullMarked
package dev.wakeful.autodev.download;

import org.jspecify.annotations.NullMarked;
