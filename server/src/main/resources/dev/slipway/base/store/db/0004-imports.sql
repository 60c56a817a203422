-- Imports: what each did to devices, so that it can be taken back. A device may be gone since; its row here stays.
create table import (
  tenant    bigint not null references tenant,
  id        bigint not null,
  name      text not null,
  made_at   timestamptz not null,
  undone_at timestamptz,
  primary key (tenant, id)
);

create table import_device (
  tenant bigint not null,
  import bigint not null,
  device bigint not null,
  before jsonb,
  after  jsonb not null,
  primary key (tenant, import, device),
  foreign key (tenant, import) references import on delete cascade
);
