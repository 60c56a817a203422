-- The house: tenants, people, devices, software, placement, acts.
-- Ids are 63 random bits made by the server. Every table but the first three groups has its tenant, and every key begins with it
-- where a query of one tenant would use it. Enumerations are lower-case text, checked here.

create table tenant (
  id         bigint primary key,
  name       text not null unique,
  alias      text not null,
  public_url text not null,
  created_at timestamptz not null default now()
);
create unique index tenant_alias on tenant (lower(alias));

create table tenant_host (
  host   text primary key,
  tenant bigint not null references tenant on delete cascade
);

-- Installation-wide: keys that sign, and the chain of root documents.
create table signing_key (
  key_id      text primary key,
  role        text not null check (role in ('root', 'release', 'bundle', 'tls')),
  public_key  bytea not null check (length(public_key) = 32),
  private_key text,
  state       text not null check (state in ('active', 'retired')),
  created_at  timestamptz not null default now()
);

create table trust_root (
  version    int primary key check (version > 0),
  document   bytea not null,
  created_at timestamptz not null default now()
);

-- People
create table "user" (
  id         bigint primary key,
  tenant     bigint not null references tenant,
  login      text not null,
  name       text not null,
  email      text not null,
  phone      text not null,
  locale     text not null,
  state      text not null check (state in ('active', 'disabled')),
  credential text,
  created_at timestamptz not null default now()
);
create unique index user_login on "user" (tenant, lower(login));
create index user_page on "user" (tenant, id);

create table "group" (
  id     bigint primary key,
  tenant bigint not null references tenant,
  name   text not null,
  parent bigint references "group"
);
create unique index group_name on "group" (tenant, lower(name));
create index group_parent on "group" (parent);

create table group_user (
  "group" bigint not null references "group" on delete cascade,
  "user"  bigint not null references "user" on delete cascade,
  primary key ("user", "group")
);
create index group_user_group on group_user ("group");

create table security_model (
  id          bigint primary key,
  tenant      bigint not null references tenant,
  name        text not null,
  description text not null
);
create unique index security_model_name on security_model (tenant, lower(name));

create table account (
  id             bigint primary key,
  tenant         bigint not null references tenant,
  "user"         bigint not null references "user" on delete cascade,
  kind           text not null,
  address        text not null,
  secret         text,
  label          text not null,
  security_model text not null,
  state          text not null check (state in ('active', 'disabled')),
  created_at     timestamptz not null default now()
);
create unique index account_address on account (tenant, kind, lower(address));
create index account_user on account ("user", created_at, id);

create table administrator (
  id         bigint primary key,
  tenant     bigint not null references tenant,
  login      text not null,
  role       text not null check (role in ('administrator', 'csr', 'auditor', 'automation')),
  credential text,
  groups     bigint[] not null default '{}'
);
create unique index administrator_login on administrator (tenant, lower(login));

create table api_token (
  id            bigint primary key,
  tenant        bigint not null references tenant,
  administrator bigint not null references administrator on delete cascade,
  name          text not null,
  sha256        bytea not null unique check (length(sha256) = 32),
  expires_at    timestamptz
);
create index api_token_administrator on api_token (administrator);

-- Devices
create table device_type (
  id       bigint primary key,
  tenant   bigint not null references tenant,
  name     text not null,
  maker    text not null,
  family   text not null,
  platform text not null,
  rank     int not null,
  rules    jsonb not null,
  takes    text[] not null
);
create unique index device_type_name on device_type (tenant, lower(name));

create table device (
  id         bigint primary key,
  tenant     bigint not null references tenant,
  name       text not null,
  type       bigint not null references device_type,
  "user"     bigint references "user" on delete set null,
  state      text not null check (state in ('expected', 'active', 'blocked', 'retired')),
  created_at timestamptz not null
);
create unique index device_name on device (tenant, lower(name));
create index device_page on device (tenant, id);
create index device_user on device ("user", created_at, id);
create index device_by_type on device (type);

create table device_identifier (
  tenant bigint not null references tenant,
  kind   text not null,
  value  text not null,
  device bigint not null references device on delete cascade,
  primary key (tenant, kind, value)
);
create index device_identifier_device on device_identifier (device);

create table device_token (
  device     bigint primary key references device on delete cascade,
  sha256     bytea not null unique check (length(sha256) = 32),
  created_at timestamptz not null default now()
);

create table group_device (
  "group" bigint not null references "group" on delete cascade,
  device  bigint not null references device on delete cascade,
  primary key (device, "group")
);
create index group_device_group on group_device ("group");

create table device_account (
  device   bigint not null references device on delete cascade,
  position int not null check (position between 1 and 999),
  account  bigint not null references account on delete cascade,
  label    text not null,
  primary key (device, position)
);
create index device_account_account on device_account (account);

create table subscription (
  id     bigint primary key,
  tenant bigint not null references tenant,
  imsi   text not null,
  iccid  text not null,
  msisdn text not null,
  "user" bigint references "user" on delete set null,
  device bigint references device on delete set null
);
create unique index subscription_imsi on subscription (tenant, imsi);
create index subscription_user on subscription ("user");
create index subscription_device on subscription (device);

-- Written in batches, apart from the device so that its row stays still.
create table device_seen (
  device     bigint primary key references device on delete cascade,
  seen_at    timestamptz not null,
  address    text not null,
  user_agent text not null
) with (fillfactor = 50);

create table device_document (
  device       bigint not null references device on delete cascade,
  file         text not null,
  version      bigint not null,
  content_hash text not null,
  issued_at    timestamptz not null,
  expires_at   timestamptz not null,
  body         bytea not null,
  etag         text not null,
  serial       bigint not null,
  primary key (device, file)
);

create table device_event (
  device      bigint not null references device on delete cascade,
  sequence    bigint not null check (sequence > 0),
  at          timestamptz not null,
  bundle      bigint not null,
  application text not null,
  release     text not null,
  step        text not null,
  state       text not null,
  detail      text not null,
  received_at timestamptz not null default now(),
  primary key (device, sequence)
);

-- Software
create table application (
  id            bigint primary key,
  tenant        bigint not null references tenant,
  name          text not null,
  title         text not null,
  install_order int not null,
  later         boolean not null,
  origin        text not null check (origin in ('own', 'operator', 'manufacturer', 'provider'))
);
create unique index application_name on application (tenant, lower(name));

create table release (
  id           bigint primary key,
  tenant       bigint not null references tenant,
  application  bigint not null references application,
  version      text not null,
  state        text not null check (state in ('draft', 'published', 'withdrawn')),
  replaces     text not null,
  document     bytea,
  published_at timestamptz,
  created_at   timestamptz not null default now(),
  check (state = 'draft' or (document is not null and published_at is not null))
);
create unique index release_version on release (application, lower(version));

create table artifact (
  tenant     bigint not null references tenant,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  length     bigint not null check (length >= 0),
  media_type text not null,
  created_at timestamptz not null default now(),
  primary key (tenant, sha256)
);

create table release_artifact (
  release   bigint not null references release on delete cascade,
  tenant    bigint not null,
  target    text not null,
  kind      text not null check (kind in ('files', 'exec', 'deb')),
  sha256    text not null,
  file_name text not null,
  primary key (release, target),
  foreign key (tenant, sha256) references artifact
);
create index release_artifact_sha256 on release_artifact (tenant, sha256);

create table download_address (
  id             bigint primary key,
  tenant         bigint not null references tenant,
  application    bigint not null references application on delete cascade,
  platform       text not null,
  security_model text not null,
  url            text,
  release        bigint references release,
  check ((url is null) <> (release is null))
);
create unique index download_address_place on download_address (application, platform, security_model);

create table application_host (
  id      bigint primary key,
  tenant  bigint not null references tenant,
  role    text not null,
  host    text not null,
  port    int not null check (port between 0 and 65535),
  "group" bigint references "group" on delete cascade
);
create unique index application_host_role on application_host (tenant, role, coalesce("group", 0));

-- Placement
create table profile (
  id     bigint primary key,
  tenant bigint not null references tenant,
  name   text not null,
  kind   text not null check (kind in ('profile', 'policy')),
  origin text not null check (origin in ('own', 'operator', 'manufacturer', 'provider'))
);
create unique index profile_name on profile (tenant, lower(name));

create table setting (
  profile   bigint not null references profile on delete cascade,
  ordinal   int not null,
  key       text not null,
  value     text not null,
  ownership text not null check (ownership in ('unmanaged', 'initial', 'enforced', 'locked')),
  primary key (profile, ordinal)
);
create unique index setting_key on setting (profile, key);

-- What is given (a profile, or an application with a release or the newest) and to which layer.
create table assignment (
  id          bigint primary key,
  tenant      bigint not null references tenant,
  profile     bigint references profile on delete cascade,
  application bigint references application on delete cascade,
  release     bigint references release,
  layer       text not null check (layer in ('everyone', 'device_type', 'group', 'user', 'account', 'device')),
  place       bigint not null,
  rank        int not null,
  is_final    boolean not null,
  assigned_at timestamptz not null,
  check ((profile is null) <> (application is null)),
  check (release is null or application is not null),
  check ((layer = 'everyone') = (place = 0))
);
create unique index assignment_once on assignment (tenant, layer, place, coalesce(profile, 0), coalesce(application, 0));
create index assignment_profile on assignment (profile);
create index assignment_application on assignment (application);

-- Acts
create table activation (
  id         bigint primary key,
  tenant     bigint not null references tenant,
  "user"     bigint not null references "user" on delete cascade,
  state      text not null check (state in ('issued', 'sent', 'opened', 'redeemed', 'expired', 'revoked')),
  generation int not null,
  expires_at timestamptz not null,
  ticket     bytea unique check (length(ticket) = 32),
  created_at timestamptz not null default now()
);
create index activation_user on activation ("user");

create table delivery (
  device      bigint not null references device on delete cascade,
  application text not null,
  release     text not null,
  wanted      boolean not null,
  state       text not null check (state in ('pending', 'offered', 'downloading', 'installed', 'removed', 'failed')),
  at          timestamptz not null,
  detail      text not null,
  primary key (device, application)
);

create table journal (
  serial     bigint generated always as identity primary key,
  tenant     bigint not null references tenant,
  at         timestamptz not null default now(),
  actor_kind text not null,
  actor      text not null,
  act        text not null,
  subject    text not null,
  details    jsonb not null
);
create index journal_page on journal (tenant, serial desc);

-- A row for every commit that changes what a device would be answered. Read below pg_snapshot_xmin, because a smaller serial
-- may be committed after a larger one.
create table change_log (
  serial  bigint generated always as identity primary key,
  xid     xid8 not null default pg_current_xact_id(),
  tenant  bigint not null,
  kind    text not null check (kind in ('tenant', 'device_type', 'group', 'user', 'account', 'device')),
  subject bigint not null,
  at      timestamptz not null default now()
);

create table kept_answer (
  tenant       bigint not null references tenant,
  key          text not null,
  request_hash text not null,
  status       int not null,
  body         text not null,
  at           timestamptz not null default now(),
  primary key (tenant, key)
);
