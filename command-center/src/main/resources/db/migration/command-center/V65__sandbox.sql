alter table service_instance add column sandbox text;
comment on column service_instance.sandbox is 'In which sandbox it runs commands of others, by its newest beat; none is no fence; absent: it runs none';
