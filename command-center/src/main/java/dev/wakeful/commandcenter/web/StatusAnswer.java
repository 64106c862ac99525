package dev.wakeful.commandcenter.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.wakeful.commandcenter.reading.BudgetState.Alert;
import dev.wakeful.commandcenter.reading.BudgetState.ScopeUse;
import dev.wakeful.commandcenter.reading.ModeInForce;
import dev.wakeful.commandcenter.reading.Status;
import java.util.List;

/**
 * The installation at a glance: its state, the stance in force, and what people should look at.
 *
 * @param approvals questions that wait for an answer
 * @param scopes what is left of each cap
 */
record StatusAnswer(
        @JsonUnwrapped Status status, ModeInForce stance, long approvals, List<ScopeUse> scopes, List<Alert> alerts) {}
