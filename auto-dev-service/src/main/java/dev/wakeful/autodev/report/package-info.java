/** Reads what build tools report: JUnit XML, SARIF, coverage. The files are written by code nobody has vetted and are read as such (HUNT-2). */
@NullMarked
package dev.wakeful.autodev.report;

import org.jspecify.annotations.NullMarked;
