/** The common parts at work in a small service made for the tests. */
@NullMarked
package dev.wakeful.service;

import org.jspecify.annotations.NullMarked;
