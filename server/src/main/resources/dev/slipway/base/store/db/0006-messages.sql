-- Messages to users. Secrets and variables are sealed texts; whatever else is here is in clear.

create table message_gateway (
  tenant     bigint not null references tenant,
  id         bigint not null,
  name       text not null,
  supplier   text not null,
  settings   jsonb not null,
  secrets    text not null,
  enabled    boolean not null,
  rank       int not null,
  prefixes   text[] not null,
  kinds      text[] not null,
  per_second int not null check (per_second >= 0),
  tested_at  timestamptz,
  primary key (tenant, id)
);
create unique index message_gateway_name on message_gateway (tenant, lower(name));
create unique index message_gateway_id on message_gateway (id);

create table message_template (
  tenant   bigint not null references tenant,
  kind     text not null,
  channel  text not null check (channel in ('sms', 'email')),
  language text not null check (language = lower(language)),
  subject  text not null,
  body     text not null,
  primary key (tenant, kind, channel, language)
);

-- While a message is 'sending', due_at is when that claim ends; then it is due again.
create table message (
  tenant     bigint not null references tenant,
  id         bigint not null,
  kind       text not null,
  language   text not null,
  variables  text,
  channel    text not null check (channel in ('sms', 'email')),
  address    text not null,
  "user"     bigint,
  state      text not null check (state in
    ('queued', 'sending', 'sent', 'delivered', 'unknown', 'failed', 'expired', 'canceled')),
  gateway    bigint,
  attempts   int not null,
  doubtful   int not null,
  due_at     timestamptz not null,
  reference  text not null,
  reason     text not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, "user") references "user" on delete cascade,
  foreign key (tenant, gateway) references message_gateway on delete set null (gateway)
);
create index message_due on message (tenant, gateway, due_at) where state in ('queued', 'sending');
create index message_newest on message (tenant, created_at desc, id desc);
create index message_reference on message (tenant, gateway, reference) where reference <> '';
create index message_user on message (tenant, "user");
