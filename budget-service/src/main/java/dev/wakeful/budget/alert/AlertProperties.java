package dev.wakeful.budget.alert;

import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What happens as a cap is used up (BUD-5), in percent of it, 1 to 100.
 *
 * @param percents the shares that are told of; those below and 100 always are, since work pauses and the system stops by them
 * @param pauseAutomaticPercent from this share of a day, night, week, month or maintenance window on nothing is granted
 *     without a person
 * @param pauseApprovedPercent from this share on nothing is granted but to emergencies
 */
@ConfigurationProperties("wakeful.budget.alert")
public record AlertProperties(
        @DefaultValue({"25", "50", "75", "90", "95", "99", "100"})
        List<Integer> percents,

        @DefaultValue("90") int pauseAutomaticPercent,
        @DefaultValue("99") int pauseApprovedPercent) {

    private static final int ALL = 100;

    public AlertProperties {
        percents.forEach(percent -> within("percents", percent));
        within("pause-automatic-percent", pauseAutomaticPercent);
        within("pause-approved-percent", pauseApprovedPercent);
        if (pauseAutomaticPercent > pauseApprovedPercent) {
            throw new IllegalArgumentException("wakeful.budget.alert.pause-automatic-percent must be at most"
                    + " pause-approved-percent, which is " + pauseApprovedPercent + ", is " + pauseAutomaticPercent);
        }
        TreeSet<Integer> told = new TreeSet<>(percents);
        told.addAll(List.of(pauseAutomaticPercent, pauseApprovedPercent, ALL));
        percents = List.copyOf(told);
    }

    private static void within(String key, int percent) {
        if (percent < 1 || percent > ALL) {
            throw new IllegalArgumentException("wakeful.budget.alert." + key + " must be 1 to 100, is " + percent);
        }
    }
}
