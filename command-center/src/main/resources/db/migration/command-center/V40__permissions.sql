alter table approval
    add column swarm   text,
    add column agent   text,
    add column call    text,
    add column outcome text check (outcome in ('ALLOWED', 'REFUSED', 'EXPIRED', 'WITHDRAWN'));
comment on column approval.swarm is 'Whose agent asks; absent: the planner asks, about the task';
comment on column approval.call is 'Exactly what the agent would do, as JSON; text from outside';
comment on column approval.outcome is 'What the swarm says became of its agent''s question';

drop view question;
create view question as
select a.id, a.task, a.repository, a.title, a.tier, a.rule, a.what, a.quote_micros, a.risk, a.asked_at, a.expires_at, a.lineage,
       a.answered_by, a.reason, a.answered_at, a.swarm, a.agent, a.call,
       case
           when a.outcome in ('EXPIRED', 'WITHDRAWN') then a.outcome
           when a.answer is not null then a.answer
           when a.outcome = 'ALLOWED' then 'APPROVED'
           when a.outcome = 'REFUSED' then 'DENIED'
           when a.swarm is not null and (s.completed_at is not null or s.failed_at is not null) then 'WITHDRAWN'
           when a.swarm is not null then 'WAITING'
           when exists (
               select 1 from approval newer
               where newer.task = a.task and newer.swarm is null and newer.asked_at is not null
                   and (newer.asked_at, newer.id) > (a.asked_at, a.id))
               then 'VOIDED'
           when t.state is distinct from 'APPROVAL_REQUIRED' and t.state_at >= a.expires_at then 'EXPIRED'
           when t.state is distinct from 'APPROVAL_REQUIRED' then 'WITHDRAWN'
           else 'WAITING'
       end as state
from approval a left join task t on t.id = a.task left join swarm s on s.id = a.swarm
where a.asked_at is not null;
comment on view question is 'Questions and what became of them; one that waits has also expired when its time is over';
