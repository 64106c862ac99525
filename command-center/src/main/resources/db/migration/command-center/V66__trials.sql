create table trial (
    swarm    text        not null,
    strategy text        not null,
    agent    text,
    model    text,
    proven   boolean     not null,
    took_ms  bigint      not null,
    ended_at timestamptz not null,
    primary key (swarm, strategy)
);
comment on table trial is 'Every strategy that was run for a swarm and what came of it, as the swarm told at its end (LEARN-1)';
comment on column trial.proven is 'Whether the system saw the checks green on what it made; another one may have been offered all the same';
create index trial_ended on trial (ended_at);

alter table swarm add column kind text;
comment on column swarm.kind is 'The kind of failure it was sent for; with the repository, the class of its fingerprint';

update swarm set kind = e.payload -> 'expected' ->> 'kind'
from event e where e.type = 'swarm.requested.v1' and e.subject = swarm.id;

insert into trial (swarm, strategy, agent, model, proven, took_ms, ended_at)
select e.subject, t.trial ->> 'strategy', t.trial ->> 'agent', t.trial ->> 'model', (t.trial ->> 'proven')::boolean,
    1000 * extract(epoch from (t.trial ->> 'took')::interval), e.occurred_at
from event e cross join lateral jsonb_array_elements(e.payload -> 'trials') t(trial)
where e.type in ('swarm.completed.v1', 'swarm.failed.v1') and jsonb_typeof(e.payload -> 'trials') = 'array'
    and t.trial ->> 'took' is not null
on conflict do nothing;
