create table approval (
    id           text primary key,
    task         text not null,
    repository   text,
    title        text,
    tier         int,
    rule         text,
    what         text,
    quote_micros bigint check (quote_micros >= 0),
    risk         text,
    asked_at     timestamptz,
    expires_at   timestamptz,
    lineage      text,
    answer       text check (answer in ('APPROVED', 'DENIED')),
    answered_by  text,
    reason       text,
    answered_at  timestamptz
);
comment on table approval is 'Questions to people, exactly as they were shown, and the first answer to each (AUTH-10)';
comment on column approval.asked_at is 'Absent while only the answer was heard';
comment on column approval.quote_micros is 'The most a yes may cost; a yes is bound to it';
create index approval_task on approval (task);
create index approval_open on approval (expires_at) where answer is null;

create view question as
select a.id, a.task, a.repository, a.title, a.tier, a.rule, a.what, a.quote_micros, a.risk, a.asked_at, a.expires_at, a.lineage,
       a.answered_by, a.reason, a.answered_at,
       case
           when a.answer is not null then a.answer
           when exists (
               select 1 from approval newer
               where newer.task = a.task and newer.asked_at is not null and (newer.asked_at, newer.id) > (a.asked_at, a.id))
               then 'VOIDED'
           when t.state is distinct from 'APPROVAL_REQUIRED' and t.state_at >= a.expires_at then 'EXPIRED'
           when t.state is distinct from 'APPROVAL_REQUIRED' then 'WITHDRAWN'
           else 'WAITING'
       end as state
from approval a left join task t on t.id = a.task
where a.asked_at is not null;
comment on view question is 'Questions and what became of them; one that waits has also expired when its time is over';

alter table mode
    add column context text,
    add column stance  jsonb,
    add column until   timestamptz;
comment on column mode.since is 'When it was told last; the event log knows when the mode began';
comment on column mode.stance is 'What the mode asks of every service';

create table person (
    name    text primary key,
    seen_at timestamptz,
    how     text,
    told_at timestamptz
);
comment on table person is 'Signs of life of people (MODE-6)';
comment on column person.told_at is 'When this service last told of one, so that it tells seldom';

create table reservation (
    id              text primary key,
    scopes          text[],
    amount_micros   bigint,
    spent_micros    bigint,
    reserved_at     timestamptz,
    settled_at      timestamptz
);
comment on table reservation is 'What the ledger set aside and what became of it, in whatever order it was told';
create index reservation_scopes on reservation using gin (scopes);

create table budget_scope (
    scope       text        primary key,
    used_micros bigint      not null default 0,
    cap_micros  bigint,
    cap_at      timestamptz,
    until       timestamptz,
    latest_at   timestamptz not null
);
comment on table budget_scope is 'How much of each scope is in use as far as events tell; the ledger itself knows exactly';

create table budget_alert (
    scope        text        not null,
    percent      int         not null,
    used_micros  bigint      not null,
    limit_micros bigint      not null,
    until        timestamptz not null,
    told_at      timestamptz not null,
    primary key (scope, percent)
);
comment on table budget_alert is 'Thresholds that were reached, each once per window (BUD-5)';
create index budget_alert_until on budget_alert (until);

create table budget_limit (
    name       text        primary key,
    micros     bigint      not null,
    changed_at timestamptz not null
);
comment on table budget_limit is 'Caps that people changed; all others are in the ledger''s settings';

create table provider (
    name    text        primary key,
    lost    boolean     not null,
    since   timestamptz not null,
    reason  text,
    told_at timestamptz not null
);
comment on table provider is 'Providers of models and whether they answer, by the newest word';

alter table swarm
    add column job                  text,
    add column quote_micros         bigint,
    add column typical_micros       bigint,
    add column settled_at           timestamptz,
    add column tripped_at           timestamptz,
    add column tripped_spent_micros bigint,
    add column tripped_usual_micros bigint,
    add column tripped_reason       text;
comment on column swarm.quote_micros is 'The most it was expected to spend (BUD-7)';
comment on column swarm.typical_micros is 'What half of such attempts cost at most, where history tells';
comment on column swarm.tripped_reason is 'Why its rate of spend paused it (BUD-8)';
create index swarm_settled on swarm (settled_at) where settled_at is not null;
create index swarm_tripped on swarm (tripped_at) where tripped_at is not null;

create index event_limits on event (n)
    where type in ('limit.set.v1', 'budget.limit-changed.v1', 'budget.limit-refused.v1');
