@NullMarked
package dev.wakeful.policy;

import org.jspecify.annotations.NullMarked;
