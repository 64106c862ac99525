alter table swarm add column stop_reason text;
comment on column swarm.stop_reason is 'Why it is to end before it is done, as it was told; it may be told before it is asked for. Absent: it may go on';
