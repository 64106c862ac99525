alter table fence
    add column stopped_at  timestamptz,
    add column stopped_by  text,
    add column stop_reason text,
    add check ((stopped_at is null) = (stopped_by is null) and (stopped_at is null) = (stop_reason is null));
comment on table fence is 'The current epoch, and the emergency stop that stands; effects of an older epoch are refused';
comment on column fence.stopped_at is 'When the stop of this epoch was asked for; null: the system is not stopped';
comment on column fence.stopped_by is 'A person, a rule, or the file';
