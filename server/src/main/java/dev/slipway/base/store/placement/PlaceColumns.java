package dev.slipway.base.store.placement;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.store.sql.Changes;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Row;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/** A place as columns of {@code assignment}: one per kind, at most one filled; none filled is everyone. */
enum PlaceColumns {
    DEVICE_TYPE(Change.Kind.DEVICE_TYPE),
    GROUP(Change.Kind.GROUP),
    USER(Change.Kind.USER),
    ACCOUNT(Change.Kind.ACCOUNT),
    DEVICE(Change.Kind.DEVICE);

    private final Change.Kind kind;

    PlaceColumns(Change.Kind kind) {
        this.kind = kind;
    }

    /** The name of the column. */
    String column() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Row write(Row row, Place place) {
        Optional<PlaceColumns> filled = of(place);
        for (PlaceColumns each : values()) {
            row.and(each.column(), filled.filter(each::equals).map(_ -> id(place)));
        }
        return row;
    }

    static Place read(Columns row) throws SQLException {
        for (PlaceColumns each : values()) {
            Optional<Id<Object>> id = row.optionalId(each.column());
            if (id.isPresent()) {
                return each.place(id.get().value());
            }
        }
        return new Place.Everyone();
    }

    static void note(Changes changes, Place place) {
        of(place).ifPresentOrElse(filled -> changes.note(filled.kind, id(place)), changes::noteEveryone);
    }

    /** The column that a place fills. */
    static Optional<PlaceColumns> of(Place place) {
        return switch (place) {
            case Place.Everyone _ -> Optional.empty();
            case Place.OfDeviceType _ -> Optional.of(DEVICE_TYPE);
            case Place.OfGroup _ -> Optional.of(GROUP);
            case Place.OfUser _ -> Optional.of(USER);
            case Place.OfAccount _ -> Optional.of(ACCOUNT);
            case Place.OfDevice _ -> Optional.of(DEVICE);
        };
    }

    /** The id of a place that is not everyone. */
    static Id<?> id(Place place) {
        return switch (place) {
            case Place.Everyone _ -> throw new IllegalArgumentException("everyone has no id");
            case Place.OfDeviceType(var type) -> type;
            case Place.OfGroup(var group) -> group;
            case Place.OfUser(var user) -> user;
            case Place.OfAccount(var account) -> account;
            case Place.OfDevice(var device) -> device;
        };
    }

    private Place place(long id) {
        return switch (this) {
            case DEVICE_TYPE -> new Place.OfDeviceType(new Id<>(id));
            case GROUP -> new Place.OfGroup(new Id<>(id));
            case USER -> new Place.OfUser(new Id<>(id));
            case ACCOUNT -> new Place.OfAccount(new Id<>(id));
            case DEVICE -> new Place.OfDevice(new Id<>(id));
        };
    }
}
