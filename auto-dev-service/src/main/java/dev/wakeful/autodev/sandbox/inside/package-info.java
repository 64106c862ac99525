/** What of Wakeful runs inside a sandbox: one class that needs nothing but the JDK. */
@NullMarked
package dev.wakeful.autodev.sandbox.inside;

import org.jspecify.annotations.NullMarked;
