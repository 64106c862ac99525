create table mode_word (
    only_row         boolean primary key default true check (only_row),
    mode             text check (mode in ('ACTIVE', 'NIGHT', 'MAINTENANCE', 'CRISIS')),
    said_at          timestamptz,
    until            timestamptz,
    maintenance_from timestamptz,
    maintenance_to   timestamptz,
    check ((mode is null) = (said_at is null)),
    check ((maintenance_from is null) = (maintenance_to is null))
);
comment on table mode_word is 'The newest word on the mode (MODE-1 to MODE-4); read with the caps';
comment on column mode_word.mode is 'Null until the first word is heard';
comment on column mode_word.until is 'When the schedule changes the mode next; null where that is not known';
comment on column mode_word.maintenance_from is 'The maintenance window that is open or was interrupted: one window, one cap';
insert into mode_word default values;
