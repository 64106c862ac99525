package dev.wakeful.budget.alert;

import dev.wakeful.service.retention.OldRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Thresholds of windows that are long over go (JOB-7); the longest window is a month. The journal stays for ever. */
@Configuration(proxyBeanMethods = false)
class OldAlerts {

    @Bean
    OldRows alertsOfOldWindows() {
        return OldRows.asEvents("alerts of old windows", """
                delete from alert where (scope, percent) in (
                    select scope, percent from alert where at < cast(:before as timestamptz) - interval '31 days' limit :most)
                """);
    }
}
