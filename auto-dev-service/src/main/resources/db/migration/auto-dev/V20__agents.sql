alter table swarm_process
    drop constraint swarm_process_kind_check,
    add constraint swarm_process_kind_check check (kind in ('CHECK', 'FIX', 'AGENT'));

create table agent_session (
    swarm        text        not null references swarm,
    agent        text        not null,
    session      text,
    parked_until timestamptz,
    known_at     timestamptz not null,
    primary key (swarm, agent)
);
comment on table agent_session is 'Runs of agents that are under way, so that they can be gone on with; a row goes when the run has ended';
comment on column agent_session.session is 'As the agent names it; its files are in the private home of the swarm''s agent';
comment on column agent_session.parked_until is 'The provider''s usage limit is reached until then (DEV-7)';
