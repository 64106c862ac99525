/** What every service needs, configured by itself when it is on the classpath. */
@NullMarked
package dev.wakeful.service;

import org.jspecify.annotations.NullMarked;
