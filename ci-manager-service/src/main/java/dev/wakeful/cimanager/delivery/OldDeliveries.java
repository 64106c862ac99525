package dev.wakeful.cimanager.delivery;

import dev.wakeful.service.retention.OldRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Contents of deliveries, logs of jobs and counts of refusals go when they are old (JOB-7); what waits for its repository to be added stays. */
@Configuration(proxyBeanMethods = false)
class OldDeliveries {

    /** The id stays, so that a delivery that was recorded somewhere cannot be replayed when it is forgotten. */
    @Bean
    OldRows oldWebhooks() {
        return OldRows.asEvents("contents of deliveries", """
                update delivery set body = '', headers = '{}' where (source, id) in (
                    select source, id from delivery
                    where accepted_at < :before and verdict <> 'unmatched' and body <> '' limit :most)
                """);
    }

    @Bean
    OldRows oldJobLogs() {
        return OldRows.asEvents("logs of jobs", """
                delete from job_log where build in (select build from job_log where received_at < :before limit :most)
                """);
    }

    @Bean
    OldRows oldRefusals() {
        return OldRows.asEvents("counts of refused requests", """
                delete from refusal where (source, reason, hour) in (
                    select source, reason, hour from refusal where hour < :before limit :most)
                """);
    }
}
