alter table pipeline_step
    drop constraint pipeline_step_step_check,
    add constraint pipeline_step_step_check
        check (step in ('BUILD', 'TESTS', 'INTEGRATION', 'PERFORMANCE', 'SECURITY', 'MUTATION'));
comment on column pipeline_step.reading is 'What its reports say: tests, coverage, findings, mutants on touched lines';
