create table gateway_token (
    sha256     bytea       primary key check (length(sha256) = 32),
    swarm      text        not null,
    issued_at  timestamptz not null,
    expires_at timestamptz not null check (expires_at > issued_at),
    revoked_at timestamptz
);
comment on table gateway_token is 'What swarms show at the gateway instead of a key of a provider';
comment on column gateway_token.sha256 is 'Of the token; the token itself is told once and kept nowhere';
comment on column gateway_token.revoked_at is 'From then on it opens nothing: its swarm has ended';
create index gateway_token_swarm on gateway_token (swarm) where revoked_at is null;
