create table finding (
    id             text        primary key,
    fingerprint    text        not null,
    repository     text        not null,
    job            text        not null,
    branch         text        not null,
    revision       text        not null,
    classification text        not null check (classification in ('REGRESSION', 'FLAKY', 'INFRASTRUCTURE')),
    reports        int         not null check (reports > 0),
    raised_at      timestamptz not null,
    last_failed_at timestamptz not null,
    resolved_at    timestamptz
);
comment on table finding is 'Diagnosed problems, one for all identical failures while it is open (TRG-16)';
comment on column finding.revision is 'The revision of the first report';
comment on column finding.classification is 'What it is taken for now (TRG-17)';
comment on column finding.reports is 'How often it was reported, the first time included';
comment on column finding.last_failed_at is 'The latest failure reported for it, by the CI system''s clock';
comment on column finding.resolved_at is 'Absent while the finding is open';
create unique index finding_open on finding (fingerprint) where resolved_at is null;
create index finding_open_of_job on finding (repository, job) where resolved_at is null;

create table job_run (
    n          bigint generated always as identity primary key,
    repository text        not null,
    job        text        not null,
    branch     text        not null,
    revision   text        not null,
    attempt    int         not null,
    outcome    text        not null check (outcome in ('FAILED', 'PASSED')),
    at         timestamptz not null,
    finding    text        references finding (id)
);
comment on table job_run is 'How each job ended lately; the newest 100 runs of a job are kept';
comment on column job_run.at is 'When the run ended, by the CI system''s clock';
comment on column job_run.finding is 'The finding a failed run was reported to, where it was reported';
create index job_run_of_job on job_run (repository, job, at desc);

create table quarantine (
    fingerprint text        primary key,
    finding     text        not null references finding (id),
    owner       text        not null,
    expires_at  timestamptz not null
);
comment on table quarantine is 'Failures known to be flaky: nobody is paid to fix them before the expiry date (TRG-17)';
comment on column quarantine.owner is 'Who looks after it; unassigned until a person takes it';
