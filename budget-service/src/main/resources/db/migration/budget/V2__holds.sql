-- a call of a model is held within its swarm's reservation, by the same rules and in the same tables
alter table reservation rename column swarm to holder;
alter table reservation add column parent text;
alter table reservation alter column lineage drop not null;
alter table reservation add check ((parent is null) = (lineage is not null));
comment on column reservation.holder is 'Who it was set aside for: a swarm, or call: and the id of one call of a model';
comment on column reservation.parent is 'The reservation of the swarm that a call is held within; null for a swarm itself';
create index reservation_open_call on reservation (parent) where parent is not null and state = 'PENDING';

-- an entry changes every account of its reservation by the same amounts, so it is written once and not once per account; the audit
-- proves what a foreign key would check at every row
alter table journal rename to journal_by_account;
create table journal (
    id              bigint generated always as identity primary key,
    reservation     text        not null,
    kind            text        not null check (kind in ('RESERVE', 'SETTLE', 'RELEASE', 'OVERRUN')),
    reserved_micros bigint      not null,
    spent_micros    bigint      not null,
    overrun_micros  bigint      not null,
    at              timestamptz not null
);
insert into journal (reservation, kind, reserved_micros, spent_micros, overrun_micros, at)
select reservation, kind, reserved_micros, spent_micros, overrun_micros, at
from (
    select *, row_number() over (partition by reservation, kind, at, scope order by id) as repetition
    from journal_by_account) as booked
group by reservation, kind, reserved_micros, spent_micros, overrun_micros, at, repetition
order by min(id);
drop table journal_by_account;
comment on table journal is 'Every change, append-only; an entry changes every account of its reservation, and the sums are the balances';
comment on column journal.reserved_micros is 'Change of the reserved balance';
comment on column journal.spent_micros is 'Change of the spent balance';
comment on column journal.overrun_micros is 'Change of the overrun balance';
create trigger journal_is_append_only before update or delete or truncate on journal
    for each statement execute function refuse_change();

create table alert (
    scope         text        collate "C" not null references account (scope),
    percent       smallint    not null check (percent in (25, 50, 75, 90, 95, 99, 100)),
    used_micros   bigint      not null,
    limit_micros  bigint      not null,
    at            timestamptz not null,
    primary key (scope, percent)
);
comment on table alert is 'Thresholds that were told of (BUD-5): once for each account, which is one window of one cap';
comment on column alert.used_micros is 'Set aside and spent when the threshold was reached';
