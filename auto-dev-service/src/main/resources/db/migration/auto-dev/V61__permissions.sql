create table permission (
    approval    text        primary key,
    swarm       text        not null references swarm,
    task        text        not null,
    repository  text        not null,
    agent       text        not null,
    digest      text        not null,
    tool        text        not null,
    what        text        not null,
    call        text        not null,
    why         text        not null,
    risk        text        not null,
    asked_at    timestamptz not null,
    expires_at  timestamptz not null,
    state       text        not null default 'ASKED' check (state in ('ASKED', 'ALLOWED', 'REFUSED', 'EXPIRED', 'WITHDRAWN')),
    answer      text        check (answer in ('ALLOWED', 'REFUSED')),
    answered_by text,
    reason      text,
    answered_at timestamptz,
    closed_at   timestamptz,
    check ((state = 'ASKED') = (closed_at is null)),
    check (state not in ('ALLOWED', 'REFUSED') or state = answer),
    check ((answer is null) = (answered_at is null))
);
comment on table permission is 'Questions of agents to people, each about exactly one call of a tool (AUTH-9, AUTH-10)';
comment on column permission.digest is 'Of the call as it was shown: an agent that asks the same again after a crash goes on with the same question';
comment on column permission.call is 'Exactly what would be done, as JSON; text from outside';
comment on column permission.state is 'ASKED until the agent is told (committed before it is), or nobody waits any more; left once';
comment on column permission.answer is 'What a person said while the question was open; the first answer counts';
create index permission_asked on permission (swarm, agent) where state = 'ASKED';
