create table cap (
    name   text   collate "C" primary key,
    micros bigint not null check (micros >= 0)
);
comment on table cap is 'Caps that people have set; all others are those of the policy. Locked against readers while one is changed';

create table cap_change (
    id            bigint generated always as identity primary key,
    name          text        not null,
    wanted_micros bigint      not null,
    before_micros bigint,
    refusal       text,
    person        text        not null,
    reason        text        not null,
    lineage       text        not null,
    cause         text,
    at            timestamptz not null,
    check (refusal is not null or before_micros is not null)
);
comment on table cap_change is 'Who asked for which cap, when and why, and what came of it; append-only';
comment on column cap_change.before_micros is 'The cap until then; null where there is none of this name';
comment on column cap_change.refusal is 'Why it stayed as it was; null where it was changed';

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
    raise exception 'The record of changes is append-only';
end
$$;
create trigger cap_change_is_append_only before update or delete or truncate on cap_change
    for each statement execute function refuse_change_of_audit();
