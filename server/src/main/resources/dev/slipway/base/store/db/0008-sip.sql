-- What SIP servers read: accounts that may register, each server those of its tenant. Not part of a backup: roles belong
-- to one database server, and the hashes are computed again.

create table sip_server (
  tenant     bigint not null references tenant,
  id         bigint not null,
  name       text not null,
  role       text not null,
  created_at timestamptz not null,
  primary key (tenant, id)
);
create unique index sip_server_name on sip_server (tenant, lower(name));
create unique index sip_server_role on sip_server (role);

-- Hashes of RFC 3261, section 22.4. Rows are there only while the tenant has a SIP server.
create table sip_credential (
  tenant   bigint not null,
  account  bigint not null,
  username text not null,
  domain   text not null,
  ha1      text not null,
  ha1b     text not null,
  primary key (tenant, account),
  foreign key (tenant, account) references account on delete cascade
);
create index sip_credential_address on sip_credential (domain, username);

-- In the shape that Kamailio's modules auth_db and usrloc expect (table version 7).
create schema sip;
create view sip.subscriber as
  select c.account as id, c.username, c.domain, cast('' as text) as password, c.ha1, c.ha1b
  from sip_credential c
    join sip_server s on s.tenant = c.tenant and s.role = current_user
    join account a on a.tenant = c.tenant and a.id = c.account and a.state = 'active'
    join "user" u on u.tenant = a.tenant and u.id = a."user" and u.state = 'active';
create view sip.version as
  select cast('subscriber' as text) as table_name, 7 as table_version;
