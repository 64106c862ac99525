create table event (
    n           bigint generated always as identity primary key,
    id          text        not null unique,
    type        text        not null,
    subject     text        not null,
    source      text        not null,
    occurred_at timestamptz not null,
    lineage     text        not null,
    cause       text,
    trace_id    text,
    task        text,
    summary     text        not null,
    payload     jsonb       not null
);
comment on table event is 'Every event heard but heartbeats; the truth that the pages and the API are read from';
comment on column event.n is 'Order of commit: rows are inserted under a lock, so a reader that has seen n never misses a lower one';
comment on column event.subject is 'The aggregate the event is about: repository, finding, task, swarm or instance';
comment on column event.task is 'The task where the event itself names one; the view told finds it for the others';
comment on column event.summary is 'One sentence for people';
create index event_subject on event (subject);
create index event_task on event (task) where task is not null;
create index event_lineage on event (lineage);

create table task (
    id         text        primary key,
    finding    text,
    repository text,
    title      text,
    titled_at  timestamptz,
    tier       int,
    priority   int,
    state      text        not null
        check (state in ('PLANNED', 'RUNNING', 'POSTPONED', 'APPROVAL_REQUIRED', 'PROPOSED', 'PARKED', 'CLOSED')),
    state_at   timestamptz not null,
    state_rank int         not null,
    until      timestamptz,
    lineage    text        not null,
    trace_id   text,
    created_at timestamptz not null,
    updated_at timestamptz not null
);
comment on table task is 'What was told of each task; columns are filled in whatever order events arrive';
comment on column task.state_at is 'When the state was reached; an older event never undoes a newer state';
comment on column task.state_rank is 'Decides between states of the same instant';
comment on column task.until is 'When a postponed task goes on by itself';
create index task_updated on task (updated_at desc, id desc);
create index task_finding on task (finding);

create table swarm (
    id               text        primary key,
    task             text,
    repository       text,
    attempt          int,
    accepted_at      timestamptz,
    requested_at     timestamptz,
    started_at       timestamptz,
    completed_at     timestamptz,
    failed_at        timestamptz,
    step             text,
    message          text,
    step_at          timestamptz,
    reserved_micros  bigint check (reserved_micros >= 0),
    spent_micros     bigint check (spent_micros >= 0),
    released_micros  bigint check (released_micros >= 0),
    failure_reason   text,
    failure_message  text,
    culprit_revision text,
    culprit_author   text,
    culprit_subject  text,
    updated_at       timestamptz not null
);
comment on table swarm is 'One attempt at a task: its progress, its money and how it ended; each column comes from one kind of event';
comment on column swarm.accepted_at is 'When the webhook that led here was accepted';
comment on column swarm.started_at is 'The first process''s own start time';
create index swarm_task on swarm (task);
create index swarm_running on swarm (started_at) where completed_at is null and failed_at is null;

create table finding (
    id             text primary key,
    repository     text,
    job            text,
    step           text,
    revision       text,
    branch         text,
    failure        jsonb,
    last_good      text,
    failed_at      timestamptz,
    accepted_at    timestamptz,
    classification text,
    reason         text,
    classified_at  timestamptz,
    reports        int  not null default 1,
    resolved_at    timestamptz,
    resolution     text
);
comment on table finding is 'A diagnosed problem, as bug-hunter tells it';
comment on column finding.reports is 'How often the same failure was reported';

create table change (
    task         text primary key,
    id           text,
    swarm        text,
    pull_request text,
    branch       text,
    base         text,
    head         text,
    draft        boolean,
    url          text,
    title        text,
    proposed_at  timestamptz,
    refusal      text,
    refused_at   timestamptz
);
comment on table change is 'What a task offers to people, or why it could not be offered';

create table repository (
    name       text        primary key,
    path       text,
    branch     text,
    check_command text,
    fix_command   text,
    watched    boolean     not null,
    changed_at timestamptz not null
);
comment on table repository is 'Watched repositories; a removed one stays as unwatched, so that a late event cannot bring it back';

create table unmatched (
    repository text        primary key,
    since      timestamptz not null,
    latest     timestamptz not null
);
comment on table unmatched is 'Repositories that CI reported on and nobody added';

create table service_instance (
    instance   text        primary key,
    service    text        not null,
    started_at timestamptz,
    last_beat  timestamptz,
    missing    boolean     not null,
    told_at    timestamptz not null
);
comment on table service_instance is 'Running copies of services and their last sign of life';
comment on column service_instance.told_at is 'When the latest word about this instance was said; an older word changes nothing';

create table mode (
    only_row boolean     primary key default true check (only_row),
    mode     text        not null,
    reason   text        not null,
    since    timestamptz not null
);
comment on table mode is 'The stance of the installation';

create table dead_letter (
    id          bigint generated always as identity primary key,
    topic       text        not null,
    dlt_topic   text        not null,
    partition   int         not null,
    position    bigint      not null,
    key         text,
    value       bytea,
    headers     jsonb       not null,
    consumer    text        not null,
    type        text,
    subject     text,
    error       text        not null,
    at          timestamptz not null,
    replayed_at timestamptz,
    unique (dlt_topic, partition, position)
);
comment on table dead_letter is 'Records that a consumer could not handle, byte for byte, for people to look at and replay';
comment on column dead_letter.topic is 'Where the record came from and where a replay puts it';
comment on column dead_letter.headers is 'The original headers in order: [{"name", "value" (base64)}]';

create view told as
select e.n, e.id, e.type, e.subject, e.source, e.occurred_at, e.lineage, e.cause, e.trace_id, e.summary,
       coalesce(
           e.task,
           case
               when e.type like 'budget.%' then (select s.task from swarm s where s.id = e.subject)
               when e.type like 'finding.%' then (select min(t.id) from task t where t.finding = e.subject)
               when e.type = 'build.failed.v1' then (
                   select min(t.id)
                   from event f join task t on t.finding = f.subject
                   where f.lineage = e.lineage and f.type in ('finding.raised.v1', 'finding.attached.v1'))
           end) as task
from event e;
comment on view told is 'Events with the task they belong to, whatever came first';
