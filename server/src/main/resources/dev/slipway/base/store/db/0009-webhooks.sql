-- Addresses that are told of each change of an account, and what they still have to be told.

create table webhook (
  tenant      bigint not null references tenant,
  id          bigint not null,
  name        text not null,
  address     text not null,
  secret      text not null,
  created_at  timestamptz not null,
  due_at      timestamptz not null default '-infinity',
  failures    int not null default 0,
  lost        bigint not null default 0,
  answer      text not null default '',
  answered_at timestamptz,
  primary key (tenant, id)
);
create unique index webhook_name on webhook (tenant, lower(name));

-- Not part of a backup: a house that is restored tells nobody of what was.
create table webhook_call (
  serial    bigint generated always as identity primary key,
  tenant    bigint not null,
  webhook   bigint not null,
  at        timestamptz not null default clock_timestamp(),
  account   bigint not null,
  kind      text not null,
  address   text not null,
  login     text not null,
  was       text not null,
  state     text not null,
  registers boolean not null,
  foreign key (tenant, webhook) references webhook on delete cascade
);
create index webhook_call_order on webhook_call (tenant, webhook, serial);

-- By triggers, so that no way of changing an account can forget it.
create function note_account(subject account, was text, turned text) returns void language sql as $$
  insert into webhook_call (tenant, webhook, account, kind, address, login, was, state, registers)
  select w.tenant, w.id, subject.id, subject.kind, subject.address, coalesce(u.login, ''), was, turned,
    turned = 'active' and coalesce(u.state, '') = 'active'
  from webhook w left join "user" u on u.tenant = subject.tenant and u.id = subject."user"
  where w.tenant = subject.tenant
$$;

create function account_turned() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    perform note_account(old, old.state, 'removed');
  elsif tg_op = 'INSERT' then
    perform note_account(new, '', new.state);
  else
    perform note_account(new, old.state, new.state);
  end if;
  return null;
end
$$;
create trigger account_came_or_went after insert or delete on account for each row execute function account_turned();
create trigger account_turned after update of state, address on account for each row
  when (old.state is distinct from new.state or old.address is distinct from new.address)
  execute function account_turned();

create function user_turned() returns trigger language plpgsql as $$
begin
  perform note_account(a, a.state, a.state) from account a where a.tenant = new.tenant and a."user" = new.id;
  return null;
end
$$;
create trigger user_turned after update of state on "user" for each row
  when (old.state is distinct from new.state) execute function user_turned();
