@NullMarked
package dev.wakeful.autodev.job;

import org.jspecify.annotations.NullMarked;
