package dev.wakeful.commandcenter.approvals;

import dev.wakeful.commandcenter.people.Person;
import dev.wakeful.events.Money;

/** A person's answer to a question, bound to the quote they saw. */
record Answer(boolean approves, Money quote, String reason, Person by) {

    String verdict() {
        return approves ? "APPROVED" : "DENIED";
    }
}
