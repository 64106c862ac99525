alter table task add column stop_cause text check (stop_cause in ('BUDGET', 'CRISIS', 'RATE'));
comment on column task.stop_cause is 'Why its swarm was told to stop; told once for each swarm, and decides what follows when it has stopped (BUD-5, BUD-8, MODE-4)';
