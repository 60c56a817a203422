-- :devices devices of the only tenant; the first :whole have no document yet, so that the server makes them one,
-- and users with a password.
-- Ids are spread like random ones; a number stays findable by its token.
-- What refers to something refers to what stands here, so that is not checked row by row.
set local session_replication_role = replica;

create temporary table seeded on commit drop as
  select i, ('x' || substr(md5('device' || i), 1, 16))::bit(64)::bigint & 9223372036854775807 as device,
    ('x' || substr(md5('user' || i), 1, 16))::bit(64)::bigint & 9223372036854775807 as owner,
    1000 + i % 100 as team, 'bench-device-token-' || lpad(i::text, 24, '0') as token,
    (select min(id) from tenant) as tenant
  from generate_series(0, :devices - 1) i;

insert into "group" (tenant, id, name)
  select distinct tenant, team, 'team ' || team from seeded;
insert into "user" (tenant, id, login, name, email, phone, locale, state, credential)
  select tenant, owner, 'user' || i, 'User ' || i, 'user' || i || '@example.com', '', 'en', 'active',
    case when i < :whole then :credential end
  from seeded;
insert into group_user (tenant, "group", "user")
  select tenant, team, owner from seeded;
insert into device (tenant, id, name, type, "user", state, created_at)
  select tenant, device, 'device ' || i, (select id from device_type order by rank, id limit 1), owner, 'active', now()
  from seeded;
insert into device_token (tenant, device, sha256)
  select tenant, device, sha256(convert_to(token, 'UTF8')) from seeded;
insert into device_document (tenant, device, file, version, content_hash, issued_at, expires_at, body, etag, serial)
  select tenant, device, 'bundle', 1, md5('content' || i), now(), now() + interval '30 days', '\x7b7d', md5(token),
    pg_current_xact_id()::text::bigint
  from seeded where i >= :whole;
