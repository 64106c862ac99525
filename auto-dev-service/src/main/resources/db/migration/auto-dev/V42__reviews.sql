create table review (
    swarm    text not null references swarm,
    revision text not null,
    word     text not null,
    primary key (swarm, revision)
);
comment on table review is 'What a second agent said of a proven change; a claim, for people';
