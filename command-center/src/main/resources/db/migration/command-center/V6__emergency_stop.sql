create table emergency_stop (
    epoch         bigint      primary key check (epoch > 0),
    stopped_at    timestamptz not null,
    stopped_by    text        not null,
    reason        text        not null,
    cause         text        unique,
    resumed_at    timestamptz,
    resumed_by    text,
    resume_reason text,
    check ((resumed_at is null) = (resumed_by is null) and (resumed_at is null) = (resume_reason is null))
);
comment on table emergency_stop is 'Every emergency stop; the one that is not resumed is in force';
comment on column emergency_stop.cause is 'What a rule tripped over, so that it trips once; null: a person or the file';

create table quieted (
    epoch          bigint      not null,
    instance       text        not null,
    service        text        not null,
    told_at        timestamptz not null,
    quiet_at       timestamptz not null,
    processes      int         not null check (processes >= 0),
    last_effect_at timestamptz,
    primary key (epoch, instance)
);
comment on table quieted is 'When each instance was quiet after a stop; its first word counts';

create table verification_streak (
    only_row boolean primary key default true check (only_row),
    failures int     not null default 0 check (failures >= 0)
);
comment on table verification_streak is 'Verification failures since the last proven fix, over all swarms';
insert into verification_streak default values;

create table provider_reach (
    provider   text primary key,
    lost_since timestamptz,
    back_since timestamptz
);
comment on table provider_reach is 'When a provider of models was lost last and when it was back; lost if it was lost later';
