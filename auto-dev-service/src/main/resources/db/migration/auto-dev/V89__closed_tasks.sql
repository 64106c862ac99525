create table closed_task (
    task      text        primary key,
    closed_at timestamptz not null
);
comment on table closed_task is 'Tasks of which nothing is left to do: what did not win is no evidence any more. Kept for the case that the end is heard before the swarm''s own';
create index closed_task_old on closed_task (closed_at);

alter table swarm add column losers_removed_at timestamptz;
comment on column swarm.losers_removed_at is 'When the candidates that did not win were removed, after the end of the task';
create index swarm_with_losers on swarm ((request ->> 'task')) where losers_removed_at is null;
