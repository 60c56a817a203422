-- Activations with links, a typed code and observations; messages that belong to one.

alter table activation drop constraint activation_state_check;
update activation set state = 'issued' where state = 'sent';
update activation set state = 'clicked' where state = 'opened';
alter table activation
  add constraint activation_state_check check (state in ('issued', 'clicked', 'redeemed', 'expired', 'revoked')),
  add account       bigint,
  add device_type   bigint,
  add replaces      bigint,
  add import        bigint,
  add made          text[] not null default '{}',
  add with_pin      boolean not null default false,
  add code_until    timestamptz,
  add code_failures int not null default 0 check (code_failures >= 0),
  add ticket_until  timestamptz,
  add opened_at     timestamptz,
  add installing_at timestamptz,
  add clicked_at    timestamptz,
  add redeemed_at   timestamptz,
  add device        bigint,
  add foreign key (tenant, account) references account on delete set null (account),
  add foreign key (tenant, device_type) references device_type on delete set null (device_type),
  add foreign key (tenant, import) references import on delete set null (import);
update activation set code_until = created_at, ticket_until = expires_at;
alter table activation alter code_until set not null;
alter table activation alter created_at drop default;
create unique index activation_id on activation (id);
create index activation_import on activation (tenant, import) where import is not null;
create index activation_account on activation (tenant, account) where account is not null;
create index activation_device_type on activation (tenant, device_type) where device_type is not null;

drop index activation_open;
create index activation_open on activation (expires_at) where state in ('issued', 'clicked');

-- An activation link for such a type answers with the document itself.
alter table device_type add direct boolean not null default false;

-- No reference: a message outlives what it was about, and then says so by finding nothing.
alter table message add activation bigint;
create index message_activation on message (tenant, activation) where activation is not null;
