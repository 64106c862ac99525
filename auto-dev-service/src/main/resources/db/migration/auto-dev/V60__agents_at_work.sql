create table agent_at_work (
    swarm text not null,
    n     int  not null check (n > 0),
    primary key (swarm, n)
);
comment on table agent_at_work is 'Agents that were let in (LIM-1, LIM-2); they count while their swarm''s lease lives, and go when their run has ended or their swarm is taken up anew';
comment on column agent_at_work.n is 'The number of the run among the swarm''s commands';

create index swarm_process_running on swarm_process (swarm) where ended_at is null;

drop function at_work(text, timestamptz);

-- One round trip; claims queue here until their commit, so the count is exact over all instances. A volatile function takes a new
-- snapshot for each statement, so it sees what committed while it waited. A swarm counts as one agent, and as several where they race.
create function at_work(but_for text, at timestamptz)
returns table (swarms bigint, agents bigint, allowed_swarms int, allowed_agents int, claimed_at timestamptz)
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(hashtext('claim'));
    return query
        select live.swarms, live.agents, s.swarms, s.agents, s.claimed_at
        from stance s,
            (select count(*) as swarms,
                coalesce(sum(greatest(1, (select count(*) from agent_at_work a where l.name = 'swarm ' || a.swarm))), 0)::bigint as agents
             from lease l where l.expires_at > at and l.name like 'swarm %' and l.name <> but_for) live;
end
$$;

-- Counts the processes themselves, of swarms whose lease lives. Whoever starts one queues here too, so the newest sees all before it.
create function running_agents(at timestamptz) returns int
language plpgsql volatile as $$
declare running int;
begin
    perform pg_advisory_xact_lock(hashtext('claim'));
    select count(*) into running
    from swarm_process p join lease l on l.name = 'swarm ' || p.swarm
    where p.kind = 'AGENT' and p.ended_at is null and l.expires_at > at;
    return running;
end
$$;
