alter table task
    add column waits_for   text        check (waits_for in ('BUDGET', 'ROOM', 'MODE', 'CONTEXT', 'COOL_DOWN')),
    add column approval    text,
    add column quote_micros bigint     check (quote_micros >= 0),
    add column risk        text,
    add column branch      text,
    add column area        text,
    add column offered_at  timestamptz,
    add column progress_at timestamptz,
    add column silent      boolean     not null default false;
update task set branch = raised ->> 'branch', area = raised ->> 'job';
update task set waits_for = 'BUDGET' where state = 'POSTPONED';
update task set state = 'PARKED' where state = 'AWAITING_APPROVAL';
alter table task
    alter column branch set not null,
    alter column area set not null,
    add check (waits_for is not null or state <> 'POSTPONED'),
    add check (state <> 'AWAITING_APPROVAL'
        or (approval is not null and quote_micros is not null and risk is not null and due_at is not null));
comment on column task.waits_for is 'What a postponed task waits for';
comment on column task.approval is 'The question that is open; any other is void (AUTH-10)';
comment on column task.quote_micros is 'What a yes to the open question may cost, or what a person has said yes to, in micro-dollars';
comment on column task.area is 'The part of the repository it is about, as far as the failure tells (LIM-3)';
comment on column task.offered_at is 'When a change was offered for it';
comment on column task.progress_at is 'When its swarm was last heard of (WAKE-4)';
comment on column task.silent is 'Its swarm''s silence was recorded already (WAKE-4)';
create index task_running on task (progress_at) where state = 'RUNNING';
create index task_postponed on task (priority, id) where state = 'POSTPONED';
create index task_offered on task (repository, area, offered_at desc) where offered_at is not null;
create index task_red on task (repository, branch) where taken_for = 'REGRESSION' and state <> 'CLOSED';

alter table decision alter column task drop not null;
comment on column decision.task is 'What it is about; empty for the installation as a whole';

create table mode (
    only_row boolean     primary key default true check (only_row),
    mode     text        not null check (mode in ('ACTIVE', 'NIGHT', 'MAINTENANCE', 'CRISIS')),
    context  text        not null check (context in ('AVAILABLE', 'WORK', 'AWAY', 'SLEEPING', 'UNKNOWN')),
    until    timestamptz,
    look_at  timestamptz not null,
    said     json        not null,
    signs    json        not null,
    since    timestamptz not null
);
comment on table mode is 'The mode in force, and what people have shown and asked for';
comment on column mode.until is 'When the schedule changes it next, where that is known';
comment on column mode.look_at is 'When a job looks at it anew';
comment on column mode.said is 'The last mode.changed.v1, so that nothing is said twice';

create table budget_alert (
    scope   text        primary key,
    percent int         not null check (percent between 0 and 100),
    until   timestamptz not null
);
comment on table budget_alert is 'How much of each window''s money is in use, as far as it was told (BUD-5)';

create table look (
    only_row boolean     primary key default true check (only_row),
    chain    bigint      not null,
    at       timestamptz,
    running  int         not null default 0,
    waiting  int         not null default 0,
    red      int         not null default 0,
    silent   int         not null default 0,
    percent  int         not null default 0,
    outcome  text        not null default 'REST',
    looks    bigint      not null default 0
);
comment on table look is 'What the wake cycle saw last; one row, so that idle looks leave nothing behind (WAKE-1)';
comment on column look.chain is 'Which chain of looks goes on; a change of mode starts another one';
insert into look (chain) values (0);

-- One round trip on the reaction path: starts queue here until their commit, so the count is exact. A volatile function takes a new
-- snapshot for each statement, so it sees what committed while it waited.
create function standing(of_repository text, of_area text, at timestamptz)
returns table (mode text, context text, until timestamptz, running bigint, offered_at timestamptz, percent int, alert_until timestamptz)
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(hashtext('start'));
    return query
        select coalesce(m.mode, 'ACTIVE'), coalesce(m.context, 'UNKNOWN'), m.until,
            (select count(*) from task t where t.state = 'RUNNING'),
            (select max(t.offered_at) from task t where t.repository = of_repository and t.area = of_area and t.offered_at is not null),
            coalesce(a.percent, 0), a.until
        from (select 1) one left join mode m on true left join lateral (
            select b.percent, b.until from budget_alert b
            where b.until > at and split_part(b.scope, ':', 1) in ('day', 'night', 'week')
            order by b.percent desc, b.until desc limit 1) a on true;
end
$$;

drop table installation;
