-- fewer indexes on the hot path: whoever holds money names it, nobody looks for it by its id, and only swarms expire
alter table reservation drop constraint reservation_pkey;
alter table reservation drop constraint reservation_swarm_key;
alter table reservation add primary key (holder);
drop index reservation_pending;
create index reservation_pending on reservation (expires_at) where state = 'PENDING' and parent is null;
alter table journal drop constraint journal_pkey1;

-- what is asked nearly always: new names, and all of it fits. One statement writes all of a batch, or nothing. Locks are taken in the order
-- that holds everywhere: swarms that calls are held within, new rows, rows that are there, accounts; and by name among each of them. Plans are
-- made once and by index, since these tables grow faster than their statistics

create function set_aside_plainly(
    ids text[], holders text[], amounts bigint[], accounts text[], expiries bigint[], lineages text[], causes text[],
    traceparents text[], wanted text[], limits bigint[], ceilings bigint[], totals bigint[], at_time timestamptz)
returns table (name text, used bigint) language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    names text[];
    uses  bigint[];
    fit   integer;
begin
    insert into reservation (id, holder, amount_micros, state, scopes, opened_at, expires_at, lineage, cause, traceparent)
    select id, new_holder, amount, 'PENDING', string_to_array(its_accounts, chr(10)), at_time,
        timestamptz 'epoch' + expiry * interval '1 microsecond', its_lineage, its_cause, its_trace
    from unnest(ids, holders, amounts, accounts, expiries, lineages, causes, traceparents)
        as opening (id, new_holder, amount, its_accounts, expiry, its_lineage, its_cause, its_trace)
    order by new_holder;
    select array_agg(scope), array_agg(in_use) into names, uses
    from (
        select scope, reserved_micros + spent_micros + overrun_micros as in_use from account
        where scope = any (wanted) order by scope for update) as locked;
    update account set reserved_micros = reserved_micros + total, limit_micros = its_limit
    from unnest(wanted, limits, ceilings, totals) as change (changed, its_limit, ceiling, total)
    where scope = changed and reserved_micros + spent_micros + overrun_micros + total <= ceiling;
    get diagnostics fit = row_count;
    if fit <> cardinality(wanted) then
        raise exception 'an account is missing or has too little left';
    end if;
    insert into journal (reservation, kind, reserved_micros, spent_micros, overrun_micros, at)
    select id, 'RESERVE', amount, 0, 0, at_time from unnest(ids, amounts) as entry (id, amount);
    return query select * from unnest(names, uses);
exception when raise_exception or unique_violation or check_violation then
    return;
end
$$;
comment on function set_aside_plainly is
    'Sets money aside for swarms that have none yet, and tells what was in use of each account before; no rows where anything is not plain';

create function hold_plainly(ids text[], holders text[], swarms text[], amounts bigint[], at_time timestamptz)
returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    written integer;
    fit     integer;
begin
    perform from reservation where holder = any (swarms) order by holder for share;
    insert into reservation (id, holder, parent, amount_micros, state, scopes, opened_at, expires_at)
    select call, caller, swarm.id, amount, 'PENDING', array['calls:' || swarm.holder], at_time, swarm.expires_at
    from unnest(ids, holders, swarms, amounts) as opening (call, caller, its_swarm, amount)
    join reservation swarm on swarm.holder = its_swarm
    where swarm.state = 'PENDING' and swarm.tripped_at is null and swarm.parent is null
    order by caller;
    get diagnostics written = row_count;
    if written <> cardinality(ids) then
        raise exception 'a swarm grants no calls';
    end if;
    perform from account where scope in (select 'calls:' || its_swarm from unnest(swarms) as its_swarm) order by scope for update;
    update account set reserved_micros = reserved_micros + total
    from (
        select 'calls:' || its_swarm as changed, sum(amount) as total, swarm.amount_micros as most
        from unnest(swarms, amounts) as opening (its_swarm, amount) join reservation swarm on swarm.holder = its_swarm
        group by its_swarm, swarm.amount_micros) as change
    where scope = changed and reserved_micros + spent_micros + overrun_micros + total <= most;
    get diagnostics fit = row_count;
    if fit <> (select count(distinct its_swarm) from unnest(swarms) as its_swarm) then
        raise exception 'an account is missing or has too little left';
    end if;
    insert into journal (reservation, kind, reserved_micros, spent_micros, overrun_micros, at)
    select id, 'RESERVE', amount, 0, 0, at_time from unnest(ids, amounts) as entry (id, amount);
    return true;
exception when raise_exception or unique_violation or check_violation then
    return false;
end
$$;
comment on function hold_plainly is 'Holds the worst case of calls that were not asked for before; false, and nothing done, where anything is not plain';

create function resolve_plainly(holders text[], costs bigint[], at_time timestamptz)
returns boolean language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare
    resolved integer;
begin
    perform from reservation where holder = any (holders) order by holder for update;
    update reservation
    set state = case cost when 0 then 'VOIDED' else 'POSTED' end, spent_micros = cost, resolved_at = at_time
    from unnest(holders, costs) as resolution (resolved_holder, cost)
    where holder = resolved_holder and state = 'PENDING' and parent is not null and cost <= amount_micros;
    get diagnostics resolved = row_count;
    if resolved <> cardinality(holders) then
        raise exception 'a call is unknown, resolved already, or dearer than its worst case';
    end if;
    perform from account
    where scope in (select scopes[1] from reservation where holder = any (holders)) order by scope for update;
    update account set reserved_micros = reserved_micros - held, spent_micros = account.spent_micros + cost
    from (
        select scopes[1] as changed, sum(amount_micros) as held, sum(spent_micros) as cost
        from reservation where holder = any (holders) group by scopes[1]) as change
    where scope = changed;
    insert into journal (reservation, kind, reserved_micros, spent_micros, overrun_micros, at)
    select id, 'SETTLE', -spent_micros, spent_micros, 0, at_time
    from reservation where holder = any (holders) and spent_micros > 0
    union all
    select id, 'RELEASE', spent_micros - amount_micros, 0, 0, at_time
    from reservation where holder = any (holders) and spent_micros < amount_micros;
    return true;
exception when raise_exception then
    return false;
end
$$;
comment on function resolve_plainly is
    'Posts what calls have cost and returns the rest; false, and nothing done, where one is not pending or has cost more than it holds';
