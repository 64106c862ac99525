-- The windows at whose thresholds work pauses are those of the ledger (BUD-5): day, week and month always, the night and the maintenance
-- window while the mode is theirs. In a crisis the clock decides there; its critical fixes are not paused here anyway.
create or replace function standing(of_repository text, of_area text, at timestamptz)
returns table (mode text, context text, until timestamptz, running bigint, offered_at timestamptz, percent int, alert_until timestamptz)
language plpgsql volatile as $$
begin
    perform pg_advisory_xact_lock(hashtext('start'));
    return query
        select coalesce(m.mode, 'ACTIVE'), coalesce(m.context, 'UNKNOWN'), m.until,
            (select count(*) from task t where t.state = 'RUNNING'),
            (select max(t.offered_at) from task t where t.repository = of_repository and t.area = of_area and t.offered_at is not null),
            coalesce(a.percent, 0), a.until
        from (select 1) one left join mode m on true left join lateral (
            select b.percent, b.until from budget_alert b
            where b.until > at and case split_part(b.scope, ':', 1)
                when 'day' then true
                when 'week' then true
                when 'organisation' then true
                when 'night' then m.mode is null or m.mode in ('NIGHT', 'CRISIS')
                when 'maintenance' then m.mode = 'MAINTENANCE'
                else false end
            order by b.percent desc, b.until desc limit 1) a on true;
end
$$;
