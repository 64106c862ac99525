-- Rows come in the order of time, so ranges of pages are told apart by it at nearly no cost for each insert.
create index inbox_received on inbox using brin (received_at) with (pages_per_range = 32, autosummarize = on);
create index effect_finished on effect (finished_at) where state = 'DONE';
