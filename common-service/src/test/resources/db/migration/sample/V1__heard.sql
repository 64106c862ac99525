create table heard (
    n       bigint generated always as identity primary key,
    subject text not null
);
