/** The HTTP edge: who may come in, the JSON API and the pages. */
@NullMarked
package dev.wakeful.commandcenter.web;

import org.jspecify.annotations.NullMarked;
