alter table reservation add column in_doubt_since timestamptz;
comment on column reservation.in_doubt_since is
    'A checkpoint became the state while it was open: calls since then are unknown, so it counts in full unless the broker told what it was';
