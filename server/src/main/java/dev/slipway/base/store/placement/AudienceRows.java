package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.placement.Audience;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.store.sql.Desk;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Parts the fleet by the places that matter. Every group leads to those above it among them; what a device reaches is
 * gathered once through its user and once by itself, since the two stand in different layers. Accounts give settings of
 * accounts only: whether there is any parts devices where that is asked for. A million devices took 10 to 21 s on a
 * busy machine, so the limit of time is lifted.
 */
record AudienceRows(Desk desk) {
    private static final String PARTS = """
            with recursive reach(leaf, target) as (
              select id, id from "group" where tenant = :tenant and id = any(cast(:groups as bigint[]))
              union
              select g.id, r.target from "group" g join reach r on g.parent = r.leaf where g.tenant = :tenant),
            of_user as (
              select m."user", array_agg(distinct r.target order by r.target) as groups
              from group_user m join reach r on r.leaf = m."group" where m.tenant = :tenant group by m."user"),
            of_device as (
              select m.device, array_agg(distinct r.target order by r.target) as groups
              from group_device m join reach r on r.leaf = m."group" where m.tenant = :tenant group by m.device)
            select count(*) as devices, min(d.id) as sample
            from device d
            left join of_user u on u."user" = d."user"
            left join of_device g on g.device = d.id
            where d.tenant = :tenant and d.state <> 'retired'
            group by u.groups, g.groups,
              case when d.type = any(cast(:types as bigint[])) then d.type end,
              case when d."user" = any(cast(:users as bigint[])) then d."user" end,
              case when d.id = any(cast(:devices as bigint[])) then d.id end,
              case when not :by_accounts then null
                when exists (select from device_account a where a.tenant = d.tenant and a.device = d.id)
                then exists (
                  select from device_account a join account c on c.tenant = a.tenant and c.id = a.account
                  where a.tenant = d.tenant and a.device = d.id and c.state = 'active')
                else exists (
                  select from account c where c.tenant = d.tenant and c."user" = d."user" and c.state = 'active')
              end
            order by devices desc, sample
            """;

    List<Audience> of(Collection<Place> places, boolean byAccounts) {
        desk.sql("select set_config('statement_timeout', '0', true) from tenant where id = :tenant")
                .list(row -> true);
        return desk.sql(PARTS)
                .bind("by_accounts", byAccounts)
                .bind("groups", ids(places, Place.OfGroup.class, Place.OfGroup::group))
                .bind("types", ids(places, Place.OfDeviceType.class, Place.OfDeviceType::deviceType))
                .bind("users", ids(places, Place.OfUser.class, Place.OfUser::user))
                .bind("devices", ids(places, Place.OfDevice.class, Place.OfDevice::device))
                .list(row -> new Audience(row.id("sample"), row.number("devices")));
    }

    private static <P extends Place, T> List<Id<T>> ids(
            Collection<Place> places, Class<P> kind, Function<P, Id<T>> id) {
        return places.stream()
                .flatMap(place -> kind.isInstance(place) ? Stream.of(kind.cast(place)) : Stream.empty())
                .map(id)
                .distinct()
                .toList();
    }
}
