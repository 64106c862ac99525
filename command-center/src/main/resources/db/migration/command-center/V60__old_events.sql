create index event_old on event using brin (occurred_at) with (pages_per_range = 32, autosummarize = on);
comment on table event is 'Every event heard but heartbeats; the truth that the pages and the API are read from. Progress of closed tasks goes when it is old';
