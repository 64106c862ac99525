package dev.wakeful.autodev.workspace;

import dev.wakeful.service.retention.OldRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Ends of tasks that no swarm needs to hear of any more go (JOB-7). */
@Configuration(proxyBeanMethods = false)
class OldTasks {

    @Bean
    OldRows endsOfTasks() {
        return OldRows.asEvents("ends of tasks", """
                delete from closed_task where task in (
                    select c.task from closed_task c
                    where c.closed_at < :before and not exists (
                        select 1 from swarm s where s.request ->> 'task' = c.task and s.losers_removed_at is null)
                    limit :most)
                """);
    }
}
