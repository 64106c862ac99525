create table repository (
    name   text primary key,
    path   text not null,
    branch text not null,
    check_command text not null,
    fix_command   text
);
comment on table repository is 'The planner''s own copy of what is watched';
comment on column repository.fix_command is 'A command that may mend it; absent when there is none';

create table task (
    id             text        primary key,
    finding        text        not null unique,
    repository     text        not null,
    taken_for      text        not null check (taken_for in ('REGRESSION', 'FLAKY', 'INFRASTRUCTURE')),
    reports        int         not null default 1 check (reports > 0),
    tier           int         not null check (tier between 1 and 3),
    priority       int         not null check (priority > 0),
    cap_micros     bigint      not null check (cap_micros >= 0),
    state          text        not null check (state in
        ('PLANNED', 'RUNNING', 'PROVEN', 'POSTPONED', 'AWAITING_APPROVAL', 'PROPOSED', 'PARKED', 'CLOSED')),
    swarm          text        check (swarm is not null or state not in ('RUNNING', 'PROVEN')),
    attempt        int         not null default 1 check (attempt > 0),
    denials        int         not null default 0 check (denials >= 0),
    due_at         timestamptz check (due_at is not null or state not in ('PLANNED', 'POSTPONED')),
    change         text        check (change is not null or state <> 'PROPOSED'),
    change_url     text        check (change_url is not null or state <> 'PROPOSED'),
    raised         json        not null,
    lineage        text        not null,
    cause          text,
    traceparent    text,
    created_at     timestamptz not null,
    updated_at     timestamptz not null
);
comment on table task is 'The backlog: one piece of work for each finding';
comment on column task.taken_for is 'What the finding is taken for now (TRG-17)';
comment on column task.reports is 'How often the failure was reported, the first time included';
comment on column task.cap_micros is 'The most this task may ever spend, in micro-dollars';
comment on column task.state is 'PROVEN: a fix is proven and being offered; PLANNED: it may start and waits for its repository';
comment on column task.swarm is 'The swarm that works on it; events of any other swarm are ignored';
comment on column task.attempt is 'The attempt that runs, or that will be made next (LIM-4)';
comment on column task.denials is 'How often the budget denied it (LIM-4)';
comment on column task.due_at is 'When a wait ends at the latest';
comment on column task.raised is 'The finding as it was raised: finding.raised.v1';
comment on column task.lineage is 'Where it comes from: lineage, cause and traceparent are restored when a job goes on with it';
create unique index task_swarm on task (swarm);
create index task_waiting on task (repository) where state in ('PLANNED', 'POSTPONED');

create table decision (
    n       bigint generated always as identity primary key,
    task    text        not null references task (id),
    at      timestamptz not null,
    rule    text        not null,
    outcome text        not null,
    inputs  json        not null,
    refused json        not null
);
comment on table decision is 'Every decision with its inputs and refused alternatives; rows are only ever added (WAKE-3)';
create index decision_of_task on decision (task, n);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'Decisions are only ever added';
end
$$;
create trigger decision_append_only before update or delete on decision for each row execute function refuse_change();

create table installation (
    only_row   boolean     primary key default true check (only_row),
    started_at timestamptz not null
);
comment on table installation is 'One row from the first start on';
