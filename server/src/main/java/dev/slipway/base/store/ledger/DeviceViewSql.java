package dev.slipway.base.store.ledger;

import static dev.slipway.base.store.sql.JsonRows.column;

import dev.slipway.base.store.devices.DeviceShapes;
import dev.slipway.base.store.people.PeopleShapes;
import dev.slipway.base.store.people.PeopleStores;
import dev.slipway.base.store.placement.PlacementStores;
import dev.slipway.base.store.software.SoftwareStores;

/**
 * One statement for everything that the answer to a device depends on: one round trip, one plan, one snapshot.
 *
 * <p>The head finds what reaches the device; the columns are those rows, each kind as its own store reads it. Ids are
 * handed on as arrays, so that every kind is found by its index however many rows the planner expects.
 */
final class DeviceViewSql {
    private static final String REACHING =
            PlacementStores.ASSIGNMENT.query() + """
            where t.tenant = (select tenant from me) and (%s
              or t.device_type = (select type from me)
              or t."group" = any(array(select id from up))
              or t."user" = (select "user" from me)
              or t.account = any(array(select id from shown))
              or t.device = (select id from me))""".formatted(PlacementStores.TO_EVERYONE);

    private static final String COLUMNS = String.join(
            ",\n",
            column("device", where(DeviceShapes.DEVICE.query(), "t.id = (select id from me)")),
            column("device_type", where(DeviceShapes.DEVICE_TYPE.query(), "t.id = (select type from me)")),
            column("owner", where(PeopleShapes.USER.query(), "t.id = (select \"user\" from me)")),
            column("identifiers", ofDevice("device_identifier") + " order by t.kind, t.value"),
            column("address", ofDevice("device_address")),
            column("groups", where(PeopleShapes.GROUP.query(), among("id", "id from up"))),
            column("placed_accounts", ofDevice("device_account") + " order by t.position"),
            column(
                    "accounts",
                    where(PeopleStores.ACCOUNT_QUERY, among("id", "id from shown")) + " order by t.created_at, t.id"),
            column("assignments", "select * from reaching"),
            column("profiles", where(PlacementStores.PROFILE_QUERY, among("id", "profile from reaching"))),
            column("applications", where(SoftwareStores.APPLICATION.query(), among("id", "application from reaching"))),
            column(
                    "releases",
                    where(SoftwareStores.RELEASE.query(), among("application", "application from reaching"))
                            + " and (t.state = 'published' or t.id in (select release from reaching))"),
            column(
                    "hosts",
                    where(
                            SoftwareStores.APPLICATION_HOST.query(),
                            "(t.\"group\" is null or " + among("\"group\"", "id from up") + ")")),
            column("documents", ofDevice("device_document") + " and t.file = :file"),
            column("deliveries", ofDevice("delivery") + " order by t.application"));

    /** The device of an id, of the tenant that is bound. */
    static final String OF_ID =
            of("select tenant, id, type, \"user\" from device where tenant = :tenant and id = :device");

    /** The device of an id, whatever its tenant. */
    static final String OF_DEVICE = of("select tenant, id, type, \"user\" from device where id = :device");

    /** The device of a token's hash, whatever its tenant. */
    static final String OF_TOKEN = of("select d.tenant, d.id, d.type, d.\"user\" from device_token k"
            + " join device d on d.tenant = k.tenant and d.id = k.device where k.sha256 = :token");

    private DeviceViewSql() {}

    private static String of(String device) {
        String head = """
            with recursive
            me as materialized (%s),
            of_user as materialized (
              select "group" as id from group_user
              where tenant = (select tenant from me) and "user" = (select "user" from me)),
            of_device as materialized (
              select "group" as id from group_device
              where tenant = (select tenant from me) and device = (select id from me)),
            up as (
              select tenant, id, parent from "group"
              where tenant = (select tenant from me)
                and id = any(array(select id from of_user union all select id from of_device))
              union
              select g.tenant, g.id, g.parent from up join "group" g on g.tenant = up.tenant and g.id = up.parent),
            placed as materialized (
              select account as id from device_account
              where tenant = (select tenant from me) and device = (select id from me)),
            shown as materialized (
              select id from placed
              union all
              select id from account
              where tenant = (select tenant from me) and "user" = (select "user" from me)
                and not exists (select from placed)),
            reaching as materialized (%s)
            select
              tenant,
              cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint) as horizon,
              array(select id from of_user order by id) as of_user,
              array(select id from of_device order by id) as of_device,
            """.formatted(device, REACHING);
        return head + COLUMNS + "\nfrom me";
    }

    private static String where(String query, String condition) {
        return query + "where t.tenant = (select tenant from me) and " + condition;
    }

    private static String among(String column, String selected) {
        return "t." + column + " = any(array(select " + selected + "))";
    }

    private static String ofDevice(String table) {
        return where("select t.* from " + table + " t ", "t.device = (select id from me)");
    }
}
