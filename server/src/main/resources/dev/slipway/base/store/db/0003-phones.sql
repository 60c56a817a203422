-- Phones: the addresses below which devices find their files. The secret part is derived from the generation.
create table device_address (
  tenant      bigint not null,
  device      bigint not null,
  generation  int not null check (generation > 0),
  open_until  timestamptz not null,
  pinned      boolean not null,
  maker       text not null,
  model       text not null,
  program     text not null,
  network     text not null,
  certificate text not null,
  positions   int not null default 0,
  primary key (tenant, device),
  foreign key (tenant, device) references device on delete cascade
);
