@NullMarked
package dev.wakeful.service.policy;

import org.jspecify.annotations.NullMarked;
