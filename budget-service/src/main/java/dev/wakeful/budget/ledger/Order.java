package dev.wakeful.budget.ledger;

import dev.wakeful.events.Money;
import dev.wakeful.events.SwarmId;

/** What a caller wants of the combining writer. */
sealed interface Order {

    /** Begins the name of the account that the calls of a swarm share. */
    String CALLS = "calls:";

    /** Whose money it is about; orders about the same are carried out one after the other. */
    String holder();

    /** Sets money aside for a swarm in all of its scopes. */
    record Reserve(ReservationRequest request, Origin origin) implements Order {
        @Override
        public String holder() {
            return request.swarm().value();
        }
    }

    /** Holds the worst case of one call within the swarm's reservation. */
    record Hold(SwarmId swarm, String call, Money worstCase) implements Order {
        public Hold {
            if (worstCase.isNegative()) {
                throw new IllegalArgumentException("Call " + call + " cannot hold " + worstCase);
            }
        }

        @Override
        public String holder() {
            return holderOf(call);
        }

        /** The account that the calls of the swarm share; its cap is the swarm's reservation. */
        String scope() {
            return scopeOf(swarm.value());
        }
    }

    /** Posts what a call has cost, and returns the rest; nothing at all is a void. */
    record Resolve(String call, Money spent) implements Order {
        public Resolve {
            if (spent.isNegative()) {
                throw new IllegalArgumentException("Call " + call + " cannot have cost " + spent);
            }
        }

        @Override
        public String holder() {
            return holderOf(call);
        }
    }

    static String holderOf(String call) {
        return "call:" + call;
    }

    static String scopeOf(String swarm) {
        return CALLS + swarm;
    }

    /** Within whose reservation a call is held. */
    static String swarmOf(Reservation call) {
        return call.scopes().getFirst().substring(CALLS.length());
    }
}
