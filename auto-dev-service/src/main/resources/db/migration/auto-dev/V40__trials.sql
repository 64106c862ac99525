create table trial (
    swarm      text        not null references swarm,
    strategy   text        not null,
    repository text        not null,
    kind       text        not null,
    begun_at   timestamptz not null,
    ended_at   timestamptz,
    attempted  jsonb,
    green      boolean,
    primary key (swarm, strategy),
    check ((ended_at is null) = (attempted is null))
);
comment on table trial is 'What each strategy achieved for a swarm; one that has ended is not run again for it';
comment on column trial.attempted is 'The candidate it made, or why it led to nothing';
comment on column trial.green is 'Whether the system saw the checks green on what it made; absent while it has not looked';
create index trial_by_kind on trial (kind, strategy, ended_at desc);
