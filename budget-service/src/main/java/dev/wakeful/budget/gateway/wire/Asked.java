package dev.wakeful.budget.gateway.wire;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request strictly: what cannot be understood, bounded or priced is refused. */
record Asked(byte[] body, ObjectNode json) {

    private static final Set<String> USUAL_TIERS = Set.of("auto", "default", "standard", "standard_only", "flex");

    static Asked of(byte[] body) {
        return new Asked(body, Json.object(body));
    }

    String model() {
        JsonNode model = json.path("model");
        if (!model.isString() || model.stringValue().isBlank()) {
            throw new CallRefused(Refusal.malformed("'model' must name a model"));
        }
        return model.stringValue();
    }

    /** @throws CallRefused when it is there and no whole number from 1 to 100,000,000 */
    static OptionalLong count(JsonNode of, String key) {
        JsonNode value = of.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return OptionalLong.empty();
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < 1
                || value.longValue() > 100_000_000) {
            throw new CallRefused(Refusal.malformed("'" + key + "' must be a whole number from 1 to 100000000"));
        }
        return OptionalLong.of(value.longValue());
    }

    /** Refuses these keys, whatever their value but null, false and empty. */
    void without(String... keys) {
        for (String key : keys) {
            JsonNode value = json.path(key);
            boolean nothing = value.isMissingNode()
                    || value.isNull()
                    || value.isBoolean() && !value.booleanValue()
                    || value.isContainer() && value.isEmpty();
            if (!nothing) {
                throw new CallRefused(Refusal.unmetered("'" + key + "'"));
            }
        }
    }

    /** Refuses a tier that costs more than the price table says. */
    void atUsualPrices() {
        JsonNode tier = json.path("service_tier");
        if (!tier.isMissingNode() && !tier.isNull() && !USUAL_TIERS.contains(tier.asString())) {
            throw new CallRefused(Refusal.unmetered("'service_tier' " + tier));
        }
    }

    /** Tools that the provider runs itself cost extra and read on their own; only the caller's own tools pass. */
    void onlyToolsOfTheCaller(Collection<String> types) {
        for (JsonNode tool : json.path("tools")) {
            JsonNode type = tool.path("type");
            if (!type.isMissingNode() && types.stream().noneMatch(known -> fits(known, type.asString()))) {
                throw new CallRefused(Refusal.unmetered("The tool type " + type + ", which the provider runs itself,"));
            }
        }
    }

    private static boolean fits(String known, String type) {
        return known.endsWith("_") ? type.startsWith(known) : type.equals(known);
    }

    /** Whether anywhere in it something is named or typed so. */
    boolean holds(Set<String> keys, Set<String> types) {
        return holds(json, keys, types);
    }

    private static boolean holds(JsonNode node, Set<String> keys, Set<String> types) {
        if (node.isObject()) {
            JsonNode type = node.path("type");
            if (type.isString() && types.contains(type.stringValue())) {
                return true;
            }
            for (var each : node.properties()) {
                if (keys.contains(each.getKey()) && !each.getValue().isNull()) {
                    return true;
                }
            }
        }
        for (JsonNode each : node) {
            if (each.isContainer() && holds(each, keys, types)) {
                return true;
            }
        }
        return false;
    }

    /** The same bytes with one more member at the front of the outermost object. */
    static byte[] with(ModelCall call, String member) {
        byte[] body = call.body();
        int brace = 0;
        while (body[brace] != '{') {
            brace++;
        }
        byte[] inserted = (call.json().isEmpty() ? member : member + ",").getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[body.length + inserted.length];
        System.arraycopy(body, 0, whole, 0, brace + 1);
        System.arraycopy(inserted, 0, whole, brace + 1, inserted.length);
        System.arraycopy(body, brace + 1, whole, brace + 1 + inserted.length, body.length - brace - 1);
        return whole;
    }
}
