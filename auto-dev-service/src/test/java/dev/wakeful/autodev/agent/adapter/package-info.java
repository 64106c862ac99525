@NullMarked
package dev.wakeful.autodev.agent.adapter;

import org.jspecify.annotations.NullMarked;
