-- a token carries what it says, with a MAC over it
drop table gateway_token;

create table provider_outage (
    provider text        primary key,
    since    timestamptz not null,
    reason   text        not null
);
comment on table provider_outage is 'Providers that were told to be lost; taken out when they are told to be back, so each is told once';
