package dev.wakeful.budget.gateway.provider;

import java.io.InputStream;
import java.net.http.HttpHeaders;

/**
 * What a provider answers: read to its end, or cut.
 *
 * @param body while it comes; closing it early would read the rest of it first
 * @param cut breaks the answer off at once, from any thread; nothing happens to one that was read to its end
 */
public record Reply(int status, HttpHeaders headers, InputStream body, Runnable cut) {}
