package dev.wakeful.budget.price;

/**
 * All prices that hold at one moment.
 *
 * @param table what calls cost
 * @param subscribed what tokens count where a subscription pays
 * @param imputed what counts there besides
 */
record Tariff(PriceTable table, PriceTable subscribed, Imputed imputed) {

    CallPrice of(String model, boolean subscription) {
        return subscription
                ? new CallPrice(subscribed.of(model), imputed.call(), imputed.minute())
                : new CallPrice(table.of(model), 0, 0);
    }
}
