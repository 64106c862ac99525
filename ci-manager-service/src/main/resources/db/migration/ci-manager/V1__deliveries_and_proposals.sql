create table repository (
    name   text primary key,
    path   text not null,
    branch text not null,
    "check" text not null,
    fix    text
);
comment on table repository is 'This service''s own copy of the watched repositories, kept by RepositoryAdded and RepositoryRemoved';

create table delivery (
    source      text        not null check (source in ('github')),
    id          text        not null,
    event       text        not null,
    headers     text        not null,
    body        bytea       not null,
    verdict     text        not null check (verdict in ('accepted', 'ignored', 'unmatched', 'malformed', 'pong', 'own-branch')),
    reason      text,
    repository  text,
    accepted_at timestamptz not null,
    lineage     text        not null,
    traceparent text,
    primary key (source, id)
);
comment on table delivery is 'Every webhook whose signature was right, once per delivery id';
comment on column delivery.headers is 'JSON object of the headers that say what it is; nothing secret';
comment on column delivery.body is 'The raw bytes, as signed';
comment on column delivery.reason is 'Why it led to nothing, for people';
comment on column delivery.repository is 'Whom it is about, where it says so';
create index delivery_newest on delivery (accepted_at desc);
create index delivery_kept on delivery (repository, accepted_at) where verdict = 'unmatched';

create table refusal (
    source text        not null,
    reason text        not null,
    hour   timestamptz not null,
    count  bigint      not null check (count > 0),
    primary key (source, reason, hour)
);
comment on table refusal is 'Requests whose signature was missing or wrong: a count an hour, nothing of what they carried';

create table job_log (
    build       text        primary key,
    text        text        not null,
    received_at timestamptz not null
);
comment on table job_log is 'The last 64 KiB of a job''s log as its CI sent it, cleaned; waits for the webhook that tells of the job';

create table proposal (
    swarm        text        primary key,
    task         text        not null,
    change       text        not null unique,
    repository   text        not null,
    completed    text        not null,
    epoch        bigint      not null,
    lineage      text        not null,
    cause        text        not null,
    traceparent  text,
    state        text        not null check (state in ('PENDING', 'PROPOSED', 'REFUSED')),
    attempts     int         not null default 0 check (attempts >= 0),
    pull_request text,
    reason       text,
    created_at   timestamptz not null,
    finished_at  timestamptz
);
comment on table proposal is 'Proven changes on their way to a forge';
comment on column proposal.completed is 'The SwarmEvent.Completed that asked for it, as JSON';
comment on column proposal.epoch is 'The epoch in which the work was accepted; after an emergency stop it may not leave';
comment on column proposal.attempts is 'How often the forge or the artefact could not be reached';
