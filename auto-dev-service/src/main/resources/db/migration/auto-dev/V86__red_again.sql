alter table verdict
    add column n    int not null default 1 check (n > 0),
    add column note text,
    drop constraint verdict_pkey,
    add primary key (swarm, revision, n);
comment on table verdict is 'What a check said about a revision; a verdict that is here is never asked for again';
comment on column verdict.n is 'Which run on the revision: more than one only on the failing revision, which has to be red again before a change is offered (VER-2)';
comment on column verdict.note is 'What the tree of the failing revision could not hold: submodules, content of Git LFS; its paths are text from outside';
