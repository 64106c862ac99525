create table workspace (
    swarm          text        primary key,
    task           text        not null,
    repository     text        not null,
    state          text        not null check (state in ('CUT', 'KEPT', 'MARKED', 'REMOVED')),
    bytes          bigint      not null,
    files          bigint      not null,
    artefact_bytes bigint      not null,
    reason         text        not null,
    until          timestamptz,
    since          timestamptz not null,
    changed_at     timestamptz not null
);
comment on table workspace is 'The files of each swarm; a state only ever goes on to a later one, and within a state the newest word counts';
comment on column workspace.since is 'When it was first heard of';
comment on column workspace.until is 'When a kept one is removed';
create index workspace_there on workspace (since) where state <> 'REMOVED';
