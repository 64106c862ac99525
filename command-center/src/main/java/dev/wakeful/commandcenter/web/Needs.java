package dev.wakeful.commandcenter.web;

import dev.wakeful.commandcenter.deadletters.DeadLetters;
import dev.wakeful.commandcenter.reading.Approvals;
import dev.wakeful.commandcenter.reading.ToldBudget;
import org.springframework.stereotype.Component;

/** What may need a person. */
@Component
record Needs(Approvals approvals, ToldBudget budget, DeadLetters letters) {}
