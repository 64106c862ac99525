@NullMarked
package dev.wakeful.autodev.artefact;

import org.jspecify.annotations.NullMarked;
