/** The proxy that is the only way to download from inside a sandbox: to hosts on a list, counted, and off by default (DEV-4). */
@NullMarked
package dev.wakeful.autodev.download;

import org.jspecify.annotations.NullMarked;
