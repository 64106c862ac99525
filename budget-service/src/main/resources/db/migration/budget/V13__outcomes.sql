alter table forecast
    add column kind        text,
    add column means       text,
    add column words       text,
    add column told_means  boolean not null default false,
    add column p50_micros  bigint,
    add column p90_micros  bigint,
    add column p50_time_ms bigint,
    add column p90_time_ms bigint,
    add column basis       text;
comment on column forecast.kind is 'The kind of failure; with the repository, the class of its fingerprint';
comment on column forecast.means is 'The strategies, agents and models it was meant to use, in order: until it tells, those of the newest swarm of its class';
comment on column forecast.words is 'The same for people';
comment on column forecast.told_means is 'Whether the swarm itself said so';
comment on column forecast.p50_micros is 'What it was expected to cost at its start, from how earlier ones ended (BUD-7); absent: too few had';
comment on column forecast.basis is 'Which earlier ones, in words';
create index forecast_kind on forecast (kind, ended_at desc) where told;
