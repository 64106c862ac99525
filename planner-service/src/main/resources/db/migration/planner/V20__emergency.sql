alter table task add column emergency boolean not null default false;
comment on column task.emergency is 'The automatic part of the money was used up in a crisis, so the attempt is paid from the reserve (BUD-1, MODE-4)';
