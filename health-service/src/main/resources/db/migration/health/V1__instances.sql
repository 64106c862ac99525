create table instance (
    instance   text        primary key,
    service    text        not null,
    started_at timestamptz not null,
    last_beat  timestamptz not null,
    state      text        not null check (state in ('UP', 'MISSING'))
);
comment on table instance is 'Every instance of every service that has said that it lives, until it is forgotten';
comment on column instance.started_at is 'When its process started, by its own word';
comment on column instance.last_beat is 'When it last said that it lives, by its own word; never moves back';
comment on column instance.state is 'MISSING: silent for too long, and that has been said';
