alter table task
    drop constraint task_waits_for_check,
    add constraint task_waits_for_check check (waits_for in ('BUDGET', 'ROOM', 'MODE', 'CONTEXT', 'COOL_DOWN', 'RESUME'));
