/** One adapter for each kind of agent: its settings as data, and a small parser of what it says. */
@NullMarked
package dev.wakeful.autodev.agent.adapter;

import org.jspecify.annotations.NullMarked;
