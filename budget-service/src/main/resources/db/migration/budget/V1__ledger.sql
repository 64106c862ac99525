create table account (
    scope           text   collate "C" primary key,
    limit_micros    bigint not null check (limit_micros >= 0),
    reserved_micros bigint not null default 0,
    spent_micros    bigint not null default 0,
    overrun_micros  bigint not null default 0 check (overrun_micros >= 0),
    check (reserved_micros >= 0 and spent_micros >= 0 and reserved_micros + spent_micros <= limit_micros)
) with (fillfactor = 50);
comment on table account is 'What is set aside and spent under one cap; all amounts in micro-dollars';
comment on column account.scope is 'Kind and window or subject, for example day:2026-11-20; rows are always locked in this order';
comment on column account.limit_micros is 'The cap; never below what is in use, even when the setting is lowered meanwhile';
comment on column account.reserved_micros is 'Set aside by pending reservations';
comment on column account.spent_micros is 'Spent under a reservation';
comment on column account.overrun_micros is 'Spent without cover of a reservation; outside the check, as it cannot be undone, and taken off what is available';

create table reservation (
    id             text        primary key,
    swarm          text        not null unique,
    amount_micros  bigint      not null check (amount_micros >= 0),
    spent_micros   bigint      not null default 0 check (spent_micros between 0 and amount_micros),
    overrun_micros bigint      not null default 0 check (overrun_micros >= 0),
    state          text        not null check (state in ('PENDING', 'POSTED', 'VOIDED', 'EXPIRED', 'ENDED')),
    scopes         text[]      not null,
    opened_at      timestamptz not null,
    expires_at     timestamptz,
    resolved_at    timestamptz,
    lineage        text        not null,
    cause          text,
    traceparent    text,
    check ((state = 'PENDING') = (resolved_at is null)),
    check ((state = 'ENDED') = (expires_at is null))
);
comment on table reservation is 'Money set aside for a swarm: pending until it is posted, voided or expired, once';
comment on column reservation.state is 'ENDED: the swarm had ended before any money was set aside for it';
comment on column reservation.scopes is 'The accounts it was set aside in; it is resolved in the same ones, whatever window it is by then';
comment on column reservation.expires_at is 'From then on it counts as spent in full';
comment on column reservation.traceparent is 'W3C trace context of the request, continued when it expires';
create index reservation_pending on reservation (expires_at) where state = 'PENDING';

create table journal (
    id              bigint generated always as identity primary key,
    reservation     text        not null references reservation (id),
    scope           text        collate "C" not null references account (scope),
    kind            text        not null check (kind in ('RESERVE', 'SETTLE', 'RELEASE', 'OVERRUN')),
    reserved_micros bigint      not null,
    spent_micros    bigint      not null,
    overrun_micros  bigint      not null,
    at              timestamptz not null
);
comment on table journal is 'Every change of every account, append-only; its sums are the balances of the accounts';
comment on column journal.reserved_micros is 'Change of the reserved balance';
comment on column journal.spent_micros is 'Change of the spent balance';
comment on column journal.overrun_micros is 'Change of the overrun balance';
create index journal_reservation on journal (reservation);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is append-only: book a new entry instead';
end
$$;
create trigger journal_is_append_only before update or delete or truncate on journal
    for each statement execute function refuse_change();
