-- :devices snom phones of the only tenant, in 100 groups, pinned by their first contact as what poll.lua says they are.
-- Ids are spread like random ones. What refers to something refers to what stands here, so that is not checked row by row.
set local session_replication_role = replica;

create temporary table seeded on commit drop as
  select i, ('x' || substr(md5('phone' || i), 1, 16))::bit(64)::bigint & 9223372036854775807 as device,
    1000 + i % 100 as team, (select min(id) from tenant) as tenant,
    (select id from device_type where name = 'snom') as type
  from generate_series(0, :devices - 1) i;

insert into "group" (tenant, id, name)
  select distinct tenant, team, 'hall ' || team from seeded;
insert into device (tenant, id, name, type, "user", state, created_at)
  select tenant, device, 'phone ' || i, type, null, 'active', now() from seeded;
insert into group_device (tenant, "group", device)
  select tenant, team, device from seeded;
insert into device_identifier (tenant, kind, value, device)
  select tenant, 'mac', '0253' || lpad(to_hex(i), 8, '0'), device from seeded;
insert into device_address
  (tenant, device, generation, open_until, pinned, maker, model, program, network, certificate, positions)
  select tenant, device, 1, now(), true, 'snom', 'D785', 'Mozilla', '', '', 0 from seeded;
