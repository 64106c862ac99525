create table outbox (
    id           bigint generated always as identity primary key,
    event_id     text        not null,
    source       text        not null,
    type         text        not null,
    topic        text        not null,
    key          text        not null,
    occurred_at  timestamptz not null,
    lineage      text        not null,
    cause        text,
    traceparent  text,
    payload      bytea       not null
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
comment on table outbox is 'Events committed and not yet acknowledged by Kafka; a row is deleted on acknowledgement';
comment on column outbox.id is 'Order of writing; rows may become visible out of order, so the relay never remembers a position';
comment on column outbox.traceparent is 'W3C trace context of the transaction that wrote the row';

create table inbox (
    event_id    text        primary key,
    received_at timestamptz not null
);
comment on table inbox is 'Events this service has handled; an id is handled once';

create table fence (
    only_row boolean primary key default true check (only_row),
    epoch    bigint not null default 1 check (epoch > 0)
);
comment on table fence is 'The current epoch; effects of an older epoch are refused';
insert into fence default values;

create table effect (
    key          text        primary key,
    description  text        not null,
    epoch        bigint      not null,
    state        text        not null check (state in ('PENDING', 'DONE', 'FENCED')),
    result       text,
    planned_at   timestamptz not null,
    finished_at  timestamptz
);
comment on table effect is 'Everything that leaves the system, written before it leaves';
comment on column effect.key is 'Idempotency key: the same key leaves once';

create table lease (
    name       text        primary key,
    holder     text        not null,
    token      bigint      not null,
    expires_at timestamptz not null
);
comment on table lease is 'Who may work on what; a new holder has a higher token';

create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_threshold = 500);
comment on table scheduled_tasks is 'Durable jobs; layout given by db-scheduler';
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat) where picked;
