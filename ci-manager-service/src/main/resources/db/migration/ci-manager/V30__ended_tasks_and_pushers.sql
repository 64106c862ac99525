create table ended_task (
    task   text        primary key,
    person text        not null,
    reason text        not null,
    at     timestamptz not null
);
comment on table ended_task is 'Tasks that a person has ended: nothing of them is offered any more, whichever is heard first';

create table pusher (
    name    text        primary key,
    told_at timestamptz not null
);
comment on table pusher is 'When it was last told that this person had pushed, so that it is told seldom (MODE-6)';

create index proposal_repository on proposal (repository);
