create table allowance (
    task       text        primary key,
    repository text        not null,
    commits    int         not null check (commits > 0),
    granted_at timestamptz not null
);
comment on table allowance is 'Which pull requests were allowed to leave, and when: the windows of the limits, which outlast restarts (LIM-1)';
create index allowance_granted on allowance (granted_at);
create index proposal_pending on proposal (task) where state = 'PENDING';

alter table proposal
    add column waits_for   text,
    add column waits_until timestamptz;
comment on column proposal.waits_for is 'Which limit it waits for, for people; empty once it left';
