alter table swarm
    drop constraint swarm_state_check,
    add constraint swarm_state_check check (state in
        ('WAITING', 'DENIED', 'REPRODUCE', 'SEARCH', 'FIX', 'VERIFY', 'BUNDLE', 'COMPLETED', 'FAILED', 'STOPPED')),
    add column epoch bigint not null default 1 check (epoch > 0);
comment on column swarm.epoch is 'The epoch in which the swarm became ready; an emergency stop since then ends it';
