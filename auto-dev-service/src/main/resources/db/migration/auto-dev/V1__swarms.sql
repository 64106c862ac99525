create table swarm (
    id          text        primary key,
    state       text        not null check (state in ('WAITING', 'DENIED', 'REPRODUCE', 'SEARCH', 'FIX', 'VERIFY', 'BUNDLE', 'COMPLETED', 'FAILED')),
    request     jsonb,
    reservation text,
    step        jsonb,
    lineage     text,
    cause       text,
    traceparent text,
    ready_at    timestamptz,
    started_at  timestamptz,
    ended_at    timestamptz,
    tries       int         not null default 0 check (tries >= 0),
    workspace   text        not null default 'KEPT' check (workspace in ('KEPT', 'MARKED', 'REMOVED')),
    check (state in ('WAITING', 'DENIED') or (request is not null and reservation is not null and step is not null))
);
comment on table swarm is 'One attempt at a task, from its request to its end';
comment on column swarm.state is 'The step to do next; WAITING while the request or the reservation is missing';
comment on column swarm.request is 'swarm.requested as it was heard';
comment on column swarm.step is 'The step to do next, with all that earlier steps found out';
comment on column swarm.lineage is 'Restored with cause and traceparent when the job runs, so neither lineage nor trace breaks';
comment on column swarm.ready_at is 'When request and reservation were both there';
comment on column swarm.started_at is 'Start of the first process; the time limit counts from here';
comment on column swarm.tries is 'Unexpected failures since the last finished step';
comment on column swarm.workspace is 'MARKED with the last step, REMOVED once the files are gone';
create index swarm_workspace_marked on swarm (id) where workspace = 'MARKED';

create table verdict (
    swarm       text        not null references swarm,
    revision    text        not null,
    role        text        not null check (role in ('BASE', 'BISECTION', 'HEAD')),
    verdict     text        not null check (verdict in ('RED', 'GREEN', 'BROKEN')),
    command     text        not null,
    exit_code   int         not null,
    duration_ms bigint      not null check (duration_ms >= 0),
    at          timestamptz not null,
    tail        text        not null,
    primary key (swarm, revision)
);
comment on table verdict is 'What a check said about a revision; a verdict that is here is never asked for again';

create table swarm_process (
    swarm          text        not null references swarm,
    n              int         not null check (n > 0),
    kind           text        not null check (kind in ('CHECK', 'FIX')),
    revision       text        not null,
    pid            bigint      not null,
    pid_started_at timestamptz,
    started_at     timestamptz not null,
    longest_ms     bigint      not null,
    ended_at       timestamptz,
    primary key (swarm, n)
);
comment on table swarm_process is 'Every command of a repository that was run, with its time; its log is <n>.log';
comment on column swarm_process.pid is 'Also its process group';
comment on column swarm_process.pid_started_at is 'As the operating system tells it, so that a reused pid is not taken for it';
comment on column swarm_process.longest_ms is 'When it was to be cut; what a process that a crash cut counts at most';
