alter table swarm
    drop constraint swarm_workspace_check,
    alter column workspace set default 'NONE',
    add column workspace_bytes  bigint      not null default 0 check (workspace_bytes >= 0),
    add column workspace_files  bigint      not null default 0 check (workspace_files >= 0),
    add column artefact_bytes   bigint      not null default 0 check (artefact_bytes >= 0),
    add column workspace_since  timestamptz,
    add column workspace_until  timestamptz,
    add column workspace_reason text;
comment on column swarm.workspace is 'NONE until its first process runs, CUT while it is at work; with the last step MARKED, or KEPT for a person until a time; REMOVED once the files are gone';
comment on column swarm.workspace_bytes is 'The size ledger: tree, own Git objects, lanes and temporary files, as they were last measured';
comment on column swarm.artefact_bytes is 'Logs, bundle and patches, which outlive the workspace';
comment on column swarm.workspace_since is 'When it was cut';
comment on column swarm.workspace_until is 'When a kept one is to be removed';

update swarm set workspace = case when started_at is null then 'NONE' else 'CUT' end where workspace = 'KEPT';
update swarm set workspace_since = started_at;

alter table swarm
    add constraint swarm_workspace_check check (workspace in ('NONE', 'CUT', 'KEPT', 'MARKED', 'REMOVED'));
drop index swarm_workspace_marked;
create index swarm_workspace_there on swarm (id) where workspace in ('CUT', 'KEPT', 'MARKED');

create table orphan (
    directory text        primary key,
    seen_at   timestamptz not null
);
comment on table orphan is 'Directories of swarms that this database does not know, as after a recovery; removed when they are still unknown later';
comment on column orphan.seen_at is 'When it was first seen unknown';
