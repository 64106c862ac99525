package dev.wakeful.commandcenter.projection;

import dev.wakeful.service.retention.OldRows;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Which of the events that were heard go when they are old (JOB-7): those that tell of progress, once their task is closed, and builds that
 * a newer build of the same job has replaced. Decisions (WAKE-3), what people asked for, limits, stops and how swarms ended stay for ever.
 */
@Configuration(proxyBeanMethods = false)
class OldEvents {

    @Bean
    OldRows oldProgress() {
        return OldRows.asEvents("events of progress", """
                delete from event where n in (
                    select e.n from event e
                    where e.occurred_at < :before
                        and e.type in ('swarm.progressed.v1', 'swarm.workspace-changed.v1', 'finding.attached.v1', 'budget.reserved.v1',
                            'budget.released.v1', 'health.checkpointed.v1', 'health.missing.v1', 'health.recovered.v1')
                        and not exists (
                            select 1 from task t
                            where t.state <> 'CLOSED'
                                and (t.id = e.task or t.lineage = e.lineage or t.finding = e.subject
                                    or t.id = (select s.task from swarm s where s.id = e.subject)))
                    limit :most)
                """);
    }

    @Bean
    OldRows oldBuilds() {
        return OldRows.asEvents("builds that newer ones replaced", """
                delete from event where n in (
                    select e.n from event e
                    where e.occurred_at < :before and e.type in ('build.passed.v1', 'build.failed.v1')
                        and not exists (select 1 from task t where t.lineage = e.lineage and t.state <> 'CLOSED')
                        and exists (
                            select 1 from event newer
                            where newer.subject = e.subject and newer.type in ('build.passed.v1', 'build.failed.v1')
                                and newer.payload ->> 'job' = e.payload ->> 'job' and newer.n > e.n)
                    limit :most)
                """);
    }
}
