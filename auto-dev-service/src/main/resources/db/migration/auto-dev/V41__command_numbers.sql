alter table swarm add column commands int not null default 0 check (commands >= 0);
comment on column swarm.commands is 'How many numbers of commands were given out; strategies that race ask at the same time';
update swarm set commands = (select coalesce(max(n), 0) from swarm_process where swarm_process.swarm = swarm.id);
