/** What people and scripts see of every command: formats, tables, colours, errors and exit codes. */
@NullMarked
package dev.wakeful.cli.terminal;

import org.jspecify.annotations.NullMarked;
