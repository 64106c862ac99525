create index event_type on event (type, n desc);
comment on index event_type is 'The newest events of a kind: decisions, builds, stops, checkpoints';
