create table checkpoint (
    id        text        not null,
    taken_at  timestamptz not null primary key,
    sha256    text        not null check (length(sha256) = 64),
    row_count bigint      not null check (row_count >= 0),
    content   bytea       not null
);
comment on table checkpoint is 'What this service knew, written down from time to time; not part of a checkpoint itself';
comment on column checkpoint.id is 'As it was asked for; of the schedule: scheduled-<when>';
comment on column checkpoint.content is 'The same bytes as the file';
