package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Assignments;
import dev.slipway.base.fleet.placement.Audience;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Sql;
import dev.slipway.base.store.sql.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Assignments; each change is one for its place, and a move one for both places. */
record JdbcAssignments(Desk desk, Table<Assignment> table) implements Assignments, Rows<Assignment> {
    static final Shape<Assignment> SHAPE =
            new Shape<>("assignment", "id", JdbcAssignments::read, JdbcAssignments::write);

    static final String TO_EVERYONE = "num_nonnulls(t.device_type, t.\"group\", t.\"user\", t.account, t.device) = 0";

    JdbcAssignments(Desk desk) {
        this(desk, new Table<>(desk, SHAPE));
    }

    @Override
    public void add(Assignment added) {
        table.add(added);
        note(added);
    }

    @Override
    public void replace(Assignment changed) {
        find(changed.id()).ifPresent(this::note);
        table.replace(changed);
        note(changed);
    }

    @Override
    public boolean remove(Id<Assignment> id) {
        find(id).ifPresent(this::note);
        return table.remove(id);
    }

    @Override
    public List<Assignment> to(Collection<Place> places) {
        List<String> any = new ArrayList<>();
        if (places.contains(new Place.Everyone())) {
            any.add(TO_EVERYONE);
        }
        for (PlaceColumns column : PlaceColumns.values()) {
            any.add("t.\"" + column.column() + "\" = any(cast(:" + column.column() + " as bigint[]))");
        }
        Sql sql = table.where("where t.tenant = :tenant and (" + String.join(" or ", any) + ") order by t.id");
        for (PlaceColumns column : PlaceColumns.values()) {
            sql.bind(column.column(), idsIn(column, places));
        }
        return sql.list(SHAPE.reading());
    }

    @Override
    public List<Assignment> of(Placed placed) {
        return switch (placed) {
            case Placed.OfProfile(var profile) -> table.by("profile", profile, "t.id");
            case Placed.OfApplication(var application, var release) ->
                table.by("application", application, "t.id").stream()
                        .filter(found -> release.isEmpty() || found.placed().equals(placed))
                        .toList();
        };
    }

    @Override
    public List<Audience> audiences(Collection<Place> places) {
        return new AudienceRows(desk).of(places, false);
    }

    @Override
    public List<Audience> audiencesByAccounts(Collection<Place> places) {
        return new AudienceRows(desk).of(places, true);
    }

    private static List<Id<?>> idsIn(PlaceColumns column, Collection<Place> places) {
        List<Id<?>> ids = new ArrayList<>();
        for (Place place : places) {
            if (PlaceColumns.of(place).filter(column::equals).isPresent()) {
                ids.add(PlaceColumns.id(place));
            }
        }
        return ids;
    }

    private void note(Assignment assignment) {
        PlaceColumns.note(desk.changes(), assignment.place());
    }

    private static Assignment read(Columns row) throws SQLException {
        Optional<Id<Application>> application = row.optionalId("application");
        Placed placed = application.isPresent()
                ? new Placed.OfApplication(application.get(), row.optionalId("release"))
                : new Placed.OfProfile(row.id("profile"));
        return new Assignment(
                row.id("id"),
                placed,
                PlaceColumns.read(row),
                row.small("rank"),
                row.truth("is_final"),
                row.instant("assigned_at"));
    }

    private static Row write(Assignment assignment) {
        Row row = Row.of("rank", assignment.rank())
                .and("is_final", assignment.isFinal())
                .and("assigned_at", assignment.assigned());
        PlaceColumns.write(row, assignment.place());
        return switch (assignment.placed()) {
            case Placed.OfProfile(var profile) ->
                row.and("profile", profile).and("application", Optional.empty()).and("release", Optional.empty());
            case Placed.OfApplication(var application, var release) ->
                row.and("profile", Optional.empty())
                        .and("application", application)
                        .and("release", release);
        };
    }
}
