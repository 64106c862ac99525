create table task_stop (
    task     text        primary key,
    asked_by text        not null,
    reason   text        not null,
    asked_at timestamptz not null
);
comment on table task_stop is 'Tasks that people wanted ended: who asked first, and why';

create table ci_run (
    build      text        primary key,
    repository text        not null,
    task       text,
    minutes    bigint      not null check (minutes >= 0),
    measured   boolean     not null,
    micros     bigint      not null check (micros >= 0),
    covered    boolean     not null,
    booked_at  timestamptz not null
);
comment on table ci_run is 'Jobs of CI systems that ran for branches of ours, as the ledger booked them (BUD-9)';
comment on column ci_run.measured is 'False: nobody knows how long it took, so it counts at its worst case (BUD-6)';
comment on column ci_run.covered is 'False: a cap had no room for it';
create index ci_run_task on ci_run (task) where task is not null;
create index ci_run_booked on ci_run (booked_at);

create index swarm_expected on swarm (repository, requested_at desc) where expected_basis is not null;
