package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.reading.RunningSwarms;
import dev.wakeful.commandcenter.reading.Tasks;
import dev.wakeful.commandcenter.reading.WatchedRepositories;
import org.springframework.stereotype.Component;

/** What there is to do, where, and who is at it. */
@Component
record Work(Tasks tasks, RunningSwarms swarms, WatchedRepositories repositories) {}
