package dev.wakeful.benchmarks.system;

import java.util.HashMap;
import java.util.Map;

/**
 * Settings of an installation that is measured: as wide as the hard limits (LIM-1) allow, machine time so cheap that the day's hard cap is
 * not reached, and no pause between changes to one area (LIM-3), which a benchmark makes by the dozen.
 */
public final class WideLimits {

    /** The most swarms at work that any installation allows (LIM-1). */
    public static final int SWARMS = 20;

    private static final String CAP = "1000000";

    private WideLimits() {}

    /** For so many swarms at once. */
    public static Map<String, String> with(int threads) {
        Map<String, String> settings = new HashMap<>();
        for (String cap : new String[] {"organisation", "week", "hour", "repository", "night.limit", "night.hour"}) {
            settings.put("wakeful.budget." + cap, CAP);
        }
        for (String mode : new String[] {"active", "night", "maintenance", "crisis"}) {
            settings.put("wakeful.planner.modes." + mode + ".swarms", Integer.toString(SWARMS));
        }
        settings.put("wakeful.budget.automatic-percent", "100");
        settings.put("wakeful.budget.approved-percent", "0");
        settings.put("wakeful.machine-minute-micros", "80");
        settings.put("wakeful.planner.limits.cool-down", "0s");
        settings.put("wakeful.auto-dev.limits.soft-swarms", Integer.toString(SWARMS));
        settings.put("db-scheduler.threads", Integer.toString(threads));
        return settings;
    }
}
