create table flag (
    n      bigint generated always as identity primary key,
    swarm  text not null references swarm,
    rule   text not null,
    source text not null,
    text   text not null,
    why    text not null,
    unique (swarm, source, text)
);
comment on table flag is 'Text from outside that reads like an order to an agent, as a swarm met it; told to people with its end';
comment on column flag.source is 'Where it stands: log, commit, a file of the repository';
comment on column flag.text is 'The line, at most 200 characters; text from outside, data only';
