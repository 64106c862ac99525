alter table review
    add column reviewer text not null default '',
    add column verdict  text not null default 'NONE' check (verdict in ('ACCEPTED', 'OBJECTED', 'NONE')),
    add column why      text not null default '',
    drop constraint review_pkey,
    add primary key (swarm, revision, reviewer);
comment on table review is 'What each second agent that was asked said of a proven change; a claim, for people';
comment on column review.reviewer is 'Its name; empty: from before there could be several';
comment on column review.verdict is 'NONE: it came to none, or was not asked since it is not independent of the author';
comment on column review.why is 'How it came to that, in the system''s words';
comment on column review.word is 'Its last words; text from outside';
