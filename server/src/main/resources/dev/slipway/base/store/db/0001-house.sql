-- The house: tenants, people, devices, software, placement, acts. Needs PostgreSQL 15 or newer.
-- Ids are 63 random bits made by the server. Every table of a tenant begins its key with the tenant, and refers to others by
-- (tenant, id): a row of one tenant cannot even name a row of another. Enumerations are lower-case text, checked here.

create table tenant (
  id         bigint primary key,
  name       text not null unique,
  alias      text not null,
  public_url text not null,
  created_at timestamptz not null default clock_timestamp()
);
create unique index tenant_alias on tenant (lower(alias));

create table tenant_host (
  host   text primary key check (host = lower(host)),
  tenant bigint not null references tenant on delete cascade
);
create index tenant_host_tenant on tenant_host (tenant);

-- Installation-wide: keys that sign, and the chain of root documents.
create table signing_key (
  key_id      text primary key,
  role        text not null check (role in ('root', 'release', 'bundle', 'tls')),
  public_key  bytea not null check (length(public_key) = 32),
  private_key text,
  state       text not null check (state in ('active', 'retired')),
  created_at  timestamptz not null default clock_timestamp()
);

create table trust_root (
  version    int primary key check (version > 0),
  document   bytea not null,
  created_at timestamptz not null default clock_timestamp()
);

-- People
create table "user" (
  tenant     bigint not null references tenant,
  id         bigint not null,
  login      text not null,
  name       text not null,
  email      text not null,
  phone      text not null,
  locale     text not null,
  state      text not null check (state in ('active', 'disabled')),
  credential text,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id)
);
create unique index user_login on "user" (tenant, lower(login));

create table "group" (
  tenant bigint not null references tenant,
  id     bigint not null,
  name   text not null,
  parent bigint,
  primary key (tenant, id),
  foreign key (tenant, parent) references "group"
);
create unique index group_name on "group" (tenant, lower(name));
create index group_parent on "group" (tenant, parent);

create table group_user (
  tenant  bigint not null,
  "group" bigint not null,
  "user"  bigint not null,
  primary key (tenant, "user", "group"),
  foreign key (tenant, "group") references "group" on delete cascade,
  foreign key (tenant, "user") references "user" on delete cascade
);
create index group_user_group on group_user (tenant, "group");

create table security_model (
  tenant      bigint not null references tenant,
  id          bigint not null,
  name        text not null,
  description text not null,
  primary key (tenant, id)
);
create unique index security_model_name on security_model (tenant, lower(name));

create table account (
  tenant         bigint not null,
  id             bigint not null,
  "user"         bigint not null,
  kind           text not null,
  address        text not null,
  secret         text,
  label          text not null,
  security_model text not null,
  state          text not null check (state in ('active', 'disabled')),
  created_at     timestamptz not null default clock_timestamp(),
  primary key (tenant, id),
  foreign key (tenant, "user") references "user" on delete cascade
);
create unique index account_address on account (tenant, kind, lower(address));
create index account_user on account (tenant, "user", created_at, id);

create table administrator (
  tenant     bigint not null references tenant,
  id         bigint not null,
  login      text not null,
  role       text not null check (role in ('administrator', 'csr', 'auditor', 'automation')),
  credential text,
  primary key (tenant, id)
);
create unique index administrator_login on administrator (tenant, lower(login));

-- The groups an administrator may act on; no row means all. A group that limits somebody cannot be removed: the
-- administrator would then see more than before.
create table administrator_group (
  tenant        bigint not null,
  administrator bigint not null,
  "group"       bigint not null,
  primary key (tenant, administrator, "group"),
  foreign key (tenant, administrator) references administrator on delete cascade,
  foreign key (tenant, "group") references "group"
);
create index administrator_group_group on administrator_group (tenant, "group");

create table api_token (
  tenant        bigint not null,
  id            bigint not null,
  administrator bigint not null,
  name          text not null,
  sha256        bytea not null constraint api_token_sha256 unique check (length(sha256) = 32),
  expires_at    timestamptz,
  primary key (tenant, id),
  foreign key (tenant, administrator) references administrator on delete cascade
);
create index api_token_administrator on api_token (tenant, administrator);

-- Devices
create table device_type (
  tenant   bigint not null references tenant,
  id       bigint not null,
  name     text not null,
  maker    text not null,
  family   text not null,
  platform text not null,
  rank     int not null,
  rules    jsonb not null,
  takes    text[] not null,
  primary key (tenant, id)
);
create unique index device_type_name on device_type (tenant, lower(name));

create table device (
  tenant     bigint not null,
  id         bigint not null,
  name       text not null,
  type       bigint not null,
  "user"     bigint,
  state      text not null check (state in ('expected', 'active', 'blocked', 'retired')),
  created_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, type) references device_type,
  foreign key (tenant, "user") references "user" on delete set null ("user")
);
create unique index device_id on device (id);
create unique index device_name on device (tenant, lower(name));
create index device_user on device (tenant, "user", created_at, id);
create index device_by_type on device (tenant, type);

create table device_identifier (
  tenant bigint not null,
  kind   text not null,
  value  text not null,
  device bigint not null,
  primary key (tenant, kind, value),
  foreign key (tenant, device) references device on delete cascade
);
create index device_identifier_device on device_identifier (tenant, device);

create table device_token (
  tenant     bigint not null,
  device     bigint not null,
  sha256     bytea not null constraint device_token_sha256 unique check (length(sha256) = 32),
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant, device),
  foreign key (tenant, device) references device on delete cascade
);

create table group_device (
  tenant  bigint not null,
  "group" bigint not null,
  device  bigint not null,
  primary key (tenant, device, "group"),
  foreign key (tenant, "group") references "group" on delete cascade,
  foreign key (tenant, device) references device on delete cascade
);
create index group_device_group on group_device (tenant, "group");

create table device_account (
  tenant   bigint not null,
  device   bigint not null,
  position int not null check (position between 1 and 999),
  account  bigint not null,
  label    text not null,
  primary key (tenant, device, position),
  foreign key (tenant, device) references device on delete cascade,
  foreign key (tenant, account) references account on delete cascade
);
create index device_account_account on device_account (tenant, account);

create table subscription (
  tenant bigint not null references tenant,
  id     bigint not null,
  imsi   text not null,
  iccid  text not null,
  msisdn text not null,
  "user" bigint,
  device bigint,
  primary key (tenant, id),
  foreign key (tenant, "user") references "user" on delete set null ("user"),
  foreign key (tenant, device) references device on delete set null (device)
);
create unique index subscription_imsi on subscription (tenant, imsi);
create index subscription_user on subscription (tenant, "user");
create index subscription_device on subscription (tenant, device);

-- Written in batches, apart from the device so that its row stays still.
create table device_seen (
  tenant     bigint not null,
  device     bigint not null,
  seen_at    timestamptz not null,
  address    text not null,
  user_agent text not null,
  primary key (tenant, device),
  foreign key (tenant, device) references device on delete cascade
) with (fillfactor = 50);

create table device_document (
  tenant       bigint not null,
  device       bigint not null,
  file         text not null,
  version      bigint not null,
  content_hash text not null,
  issued_at    timestamptz not null,
  expires_at   timestamptz not null,
  body         bytea not null,
  etag         text not null,
  serial       bigint not null,
  primary key (tenant, device, file),
  foreign key (tenant, device) references device on delete cascade
);

create table device_event (
  tenant      bigint not null,
  device      bigint not null,
  sequence    bigint not null check (sequence > 0),
  at          timestamptz not null,
  bundle      bigint not null,
  application text not null,
  release     text not null,
  step        text not null,
  state       text not null,
  detail      text not null,
  received_at timestamptz not null default clock_timestamp(),
  primary key (tenant, device, sequence),
  foreign key (tenant, device) references device on delete cascade
);

-- Software
create table application (
  tenant        bigint not null references tenant,
  id            bigint not null,
  name          text not null,
  title         text not null,
  install_order int not null,
  later         boolean not null,
  origin        text not null check (origin in ('own', 'operator', 'manufacturer', 'provider')),
  primary key (tenant, id)
);
create unique index application_name on application (tenant, lower(name));

create table release (
  tenant       bigint not null,
  id           bigint not null,
  application  bigint not null,
  version      text not null,
  state        text not null check (state in ('draft', 'published', 'withdrawn')),
  replaces     text not null,
  document     bytea,
  published_at timestamptz,
  created_at   timestamptz not null default clock_timestamp(),
  primary key (tenant, id),
  unique (tenant, application, id),
  foreign key (tenant, application) references application,
  check (state = 'draft' or (document is not null and published_at is not null))
);
create unique index release_version on release (tenant, application, lower(version));

create table artifact (
  tenant     bigint not null references tenant,
  sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  length     bigint not null check (length >= 0),
  media_type text not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant, sha256)
);

create table release_artifact (
  tenant    bigint not null,
  release   bigint not null,
  target    text not null,
  kind      text not null check (kind in ('files', 'exec', 'deb')),
  sha256    text not null,
  file_name text not null,
  primary key (tenant, release, target),
  foreign key (tenant, release) references release on delete cascade,
  foreign key (tenant, sha256) references artifact
);
create index release_artifact_sha256 on release_artifact (tenant, sha256);

create table download_address (
  tenant         bigint not null,
  id             bigint not null,
  application    bigint not null,
  platform       text not null,
  security_model text not null,
  url            text,
  release        bigint,
  primary key (tenant, id),
  foreign key (tenant, application) references application on delete cascade,
  foreign key (tenant, application, release) references release (tenant, application, id),
  check ((url is null) <> (release is null))
);
create unique index download_address_place on download_address (tenant, application, platform, security_model);
create index download_address_release on download_address (tenant, release);

create table application_host (
  tenant  bigint not null references tenant,
  id      bigint not null,
  role    text not null,
  host    text not null,
  port    int not null check (port between 0 and 65535),
  "group" bigint,
  primary key (tenant, id),
  foreign key (tenant, "group") references "group" on delete cascade
);
create unique index application_host_role on application_host (tenant, role, "group") nulls not distinct;
create index application_host_group on application_host (tenant, "group");

-- Placement
create table profile (
  tenant bigint not null references tenant,
  id     bigint not null,
  name   text not null,
  kind   text not null check (kind in ('profile', 'policy')),
  origin text not null check (origin in ('own', 'operator', 'manufacturer', 'provider')),
  primary key (tenant, id)
);
create unique index profile_name on profile (tenant, lower(name));

-- A value that the key catalog calls secret is sealed.
create table setting (
  tenant    bigint not null,
  profile   bigint not null,
  ordinal   int not null,
  key       text not null,
  value     text not null,
  sealed    boolean not null,
  ownership text not null check (ownership in ('unmanaged', 'initial', 'enforced', 'locked')),
  primary key (tenant, profile, ordinal),
  foreign key (tenant, profile) references profile on delete cascade
);
create unique index setting_key on setting (tenant, profile, key);

-- What is given (a profile, or an application with a release or the newest) and to which place; no place is everyone.
-- Something given cannot be removed; a place that is removed takes its assignments with it.
create table assignment (
  tenant      bigint not null references tenant,
  id          bigint not null,
  profile     bigint,
  application bigint,
  release     bigint,
  device_type bigint,
  "group"     bigint,
  "user"      bigint,
  account     bigint,
  device      bigint,
  rank        int not null,
  is_final    boolean not null,
  assigned_at timestamptz not null,
  primary key (tenant, id),
  foreign key (tenant, profile) references profile,
  foreign key (tenant, application) references application,
  foreign key (tenant, application, release) references release (tenant, application, id),
  foreign key (tenant, device_type) references device_type on delete cascade,
  foreign key (tenant, "group") references "group" on delete cascade,
  foreign key (tenant, "user") references "user" on delete cascade,
  foreign key (tenant, account) references account on delete cascade,
  foreign key (tenant, device) references device on delete cascade,
  check (num_nonnulls(profile, application) = 1),
  check (release is null or application is not null),
  check (num_nonnulls(device_type, "group", "user", account, device) <= 1)
);
create unique index assignment_once
  on assignment (tenant, profile, application, device_type, "group", "user", account, device) nulls not distinct;
create index assignment_everyone on assignment (tenant)
  where num_nonnulls(device_type, "group", "user", account, device) = 0;
create index assignment_application on assignment (tenant, application);
create index assignment_device_type on assignment (tenant, device_type) where device_type is not null;
create index assignment_group on assignment (tenant, "group") where "group" is not null;
create index assignment_user on assignment (tenant, "user") where "user" is not null;
create index assignment_account on assignment (tenant, account) where account is not null;
create index assignment_device on assignment (tenant, device) where device is not null;

-- Acts
create table activation (
  tenant     bigint not null,
  id         bigint not null,
  "user"     bigint not null,
  state      text not null check (state in ('issued', 'sent', 'opened', 'redeemed', 'expired', 'revoked')),
  generation int not null,
  expires_at timestamptz not null,
  ticket     bytea constraint activation_ticket unique check (length(ticket) = 32),
  created_at timestamptz not null default clock_timestamp(),
  primary key (tenant, id),
  foreign key (tenant, "user") references "user" on delete cascade
);
create index activation_user on activation (tenant, "user", created_at, id);

create table delivery (
  tenant      bigint not null,
  device      bigint not null,
  application text not null,
  release     text not null,
  wanted      boolean not null,
  state       text not null check (state in ('pending', 'offered', 'downloading', 'installed', 'removed', 'failed')),
  at          timestamptz not null,
  detail      text not null,
  primary key (tenant, device, application),
  foreign key (tenant, device) references device on delete cascade
);

-- Append only. No tenant: an act on the whole installation, which every tenant sees.
create table journal (
  serial     bigint generated always as identity primary key,
  tenant     bigint references tenant,
  at         timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor      text not null,
  act        text not null,
  subject    text not null,
  details    jsonb not null
);
create index journal_page on journal (tenant, serial desc);

-- Rows for every commit that changes what a device would be answered. Read in the order of (xid, serial) and only below
-- pg_snapshot_xmin, because a smaller serial may be committed after a larger one.
create table change_log (
  serial  bigint generated always as identity primary key,
  xid     xid8 not null default pg_current_xact_id(),
  tenant  bigint not null references tenant,
  kind    text not null check (kind in ('tenant', 'device_type', 'group', 'user', 'account', 'device')),
  subject bigint not null,
  at      timestamptz not null default clock_timestamp()
);
create index change_log_order on change_log (xid, serial);

create table kept_answer (
  tenant       bigint not null references tenant,
  key          text not null,
  request_hash text not null,
  status       int not null,
  body         text not null,
  at           timestamptz not null default clock_timestamp(),
  primary key (tenant, key)
);
