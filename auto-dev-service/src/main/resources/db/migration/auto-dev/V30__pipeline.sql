alter table swarm_process
    drop constraint swarm_process_kind_check,
    add constraint swarm_process_kind_check check (kind in ('CHECK', 'FIX', 'AGENT', 'STEP'));

create table pipeline (
    swarm      text  primary key references swarm,
    definition jsonb not null
);
comment on table pipeline is 'How a swarm''s changes are verified: read from the failing revision before anything is changed, and never again';

create table pipeline_step (
    swarm       text        not null references swarm,
    revision    text        not null,
    step        text        not null check (step in ('BUILD', 'TESTS', 'INTEGRATION', 'PERFORMANCE', 'SECURITY')),
    role        text        not null check (role in ('BASE', 'HEAD')),
    verdict     text        not null check (verdict in ('RED', 'GREEN', 'BROKEN')),
    command     text        not null,
    exit_code   int         not null,
    duration_ms bigint      not null check (duration_ms >= 0),
    at          timestamptz not null,
    tail        text        not null,
    note        text        not null,
    inconclusive boolean    not null default false,
    reading     jsonb       not null,
    primary key (swarm, revision, step)
);
comment on table pipeline_step is 'What a step said about a revision; a result that is here is never asked for again (VER-1)';
comment on column pipeline_step.note is 'What its reports say, in one sentence';
comment on column pipeline_step.inconclusive is 'It ran and allows no verdict: neither better nor worse could be shown';
comment on column pipeline_step.reading is 'What its reports say: tests, coverage, findings';

create table pipeline_round (
    swarm    text   not null references swarm,
    revision text   not null,
    round    int    not null check (round > 0),
    side     text   not null check (side in ('BASE', 'HEAD')),
    micros   bigint not null check (micros >= 0),
    primary key (swarm, revision, round, side)
);
comment on table pipeline_round is 'Measured runs of the performance step: base and head in turn, a round has one of each (VER-6)';
comment on column pipeline_round.revision is 'The head, of both sides';

create table suspicion (
    swarm    text not null references swarm,
    revision text not null,
    n        int  not null check (n > 0),
    rule     text not null,
    path     text not null,
    line     int  not null check (line >= 0),
    text     text not null,
    why      text not null,
    primary key (swarm, revision, n)
);
comment on table suspicion is 'Where a candidate may weaken the checks it is proven with (VER-3); all of it is text from outside';
