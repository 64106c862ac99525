alter table swarm
    add column expected90_micros  bigint,
    add column expected_time_ms   bigint,
    add column expected90_time_ms bigint,
    add column expected_basis     text;
comment on column swarm.typical_micros is 'What half of such attempts cost at most, where history tells (BUD-7)';
comment on column swarm.expected90_micros is 'What nine in ten of them cost at most';
comment on column swarm.expected_basis is 'Which earlier attempts that was taken from, in words';
