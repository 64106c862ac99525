create table stance (
    only_row   boolean     primary key default true check (only_row),
    mode       text        not null,
    swarms     int         not null check (swarms > 0),
    agents     int         not null check (agents > 0),
    claimed_at timestamptz
);
comment on table stance is 'What the mode in force allows here (MODE-1…4); until one is told, only the hard limits hold';
comment on column stance.claimed_at is 'When a swarm was last let in above the soft limit (LIM-2)';
insert into stance (mode, swarms, agents) values ('ACTIVE', 20, 50);

create index lease_live on lease (expires_at);

-- One round trip; claims queue here until their commit, so the count is exact over all instances. A volatile function takes a new
-- snapshot for each statement, so it sees what committed while it waited.
create function at_work(but_for text, at timestamptz)
returns table (swarms bigint, allowed_swarms int, allowed_agents int, claimed_at timestamptz)
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(hashtext('claim'));
    return query
        select (select count(*) from lease l where l.expires_at > at and l.name like 'swarm %' and l.name <> but_for),
            s.swarms, s.agents, s.claimed_at
        from stance s;
end
$$;
