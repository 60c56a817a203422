-- Why devices got what they got: a row when a decision about a device differs from the one before it about the same
-- file. What they ask again and again is counted in memory only.
create table request_log (
  serial   bigint generated always as identity primary key,
  tenant   bigint not null,
  device   bigint not null,
  since    timestamptz not null,
  identify text not null,
  admit    text not null,
  decide   text not null,
  answer   text not null,
  foreign key (tenant, device) references device on delete cascade
);
create index request_log_device on request_log (tenant, device, since desc);
