create table recovery (
    only_row boolean     primary key default true check (only_row),
    at       timestamptz not null
);
comment on table recovery is 'There from the moment a checkpoint became this schema until its service has taken account of it at its next start';

create table lost_event (
    number      bigint      primary key,
    event_id    text        not null unique,
    source      text        not null,
    type        text        not null,
    key         text        not null,
    occurred_at timestamptz not null,
    lineage     text        not null,
    cause       text,
    traceparent text,
    payload     bytea       not null
);
comment on table lost_event is
    'What the service itself had said between the checkpoint and the loss, as the broker told; read once at its next start, in this order';
