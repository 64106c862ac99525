package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.commandcenter.reading.ModeInForce;
import org.jspecify.annotations.Nullable;

/** What stands around every page: the mode, how many questions wait, and who is signed in. */
record Frame(ModeInForce mode, long questions, @Nullable Person person) {}
