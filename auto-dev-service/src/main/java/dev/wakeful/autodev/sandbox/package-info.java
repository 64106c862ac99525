/** Where commands of a repository and agents run: they see their workspace, a private home and the gateway, and nothing else (DEV-4). */
@NullMarked
package dev.wakeful.autodev.sandbox;

import org.jspecify.annotations.NullMarked;
