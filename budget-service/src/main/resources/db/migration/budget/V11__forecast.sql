create table forecast (
    swarm           text        primary key,
    repository      text        not null,
    job             text        not null,
    funding         text        not null check (funding in ('AUTOMATIC', 'APPROVED', 'EMERGENCY')),
    quote_micros    bigint      not null,
    typical_micros  bigint,
    granted_at      timestamptz not null,
    started_at      timestamptz,
    progress_micros bigint      not null default 0,
    ended_at        timestamptz,
    spent_micros    bigint,
    calls_micros    bigint,
    told            boolean,
    check ((ended_at is null) = (spent_micros is null)),
    check ((ended_at is null) = (told is null))
);
comment on table forecast is 'What a swarm was quoted and what it has cost (BUD-7)';
comment on column forecast.job is 'With the repository, the class of work it is compared within';
comment on column forecast.typical_micros is 'What half of such swarms cost at most, as the request told';
comment on column forecast.progress_micros is 'What its calls had cost when it last told of a step';
comment on column forecast.calls_micros is 'The part of what was spent that calls of models have cost';
comment on column forecast.told is 'Whether the swarm told its end; otherwise it counts at its worst case, which says nothing about such swarms';
create index forecast_ended on forecast (ended_at) where told;
create index forecast_class on forecast (repository, job, ended_at) where told and calls_micros > 0;

alter table reservation add column tripped_at timestamptz;
comment on column reservation.tripped_at is 'From then on no call of this swarm is granted: it spent too fast, or without progress (BUD-8)';

create function spent_micros_of_calls(of_swarm text) returns bigint language sql stable as $$
    select coalesce((select spent_micros + overrun_micros from account where scope = 'calls:' || of_swarm), 0)
$$;
comment on function spent_micros_of_calls is 'What the calls of a swarm have cost so far; what they only hold is not in it';
