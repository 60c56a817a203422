package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.store.acts.ActStores;
import dev.slipway.base.store.devices.DeviceShapes;
import dev.slipway.base.store.devices.DeviceStores;
import dev.slipway.base.store.people.PeopleShapes;
import dev.slipway.base.store.people.PeopleStores;
import dev.slipway.base.store.placement.PlacementStores;
import dev.slipway.base.store.software.SoftwareStores;
import dev.slipway.base.store.sql.Columns;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.JsonRows;
import dev.slipway.base.store.sql.Reading;
import java.sql.SQLException;
import java.util.List;

/** The row that {@link DeviceViewSql} answers, read at the desk of the device's tenant. */
record DeviceViewRow(Desk desk) implements Reading<DeviceView> {
    @Override
    public DeviceView read(Columns row) throws SQLException {
        return new DeviceView(
                identity(row), membership(row), accounts(row), given(row), made(row), row.number("horizon"));
    }

    private DeviceView.Identity identity(Columns row) throws SQLException {
        return new DeviceView.Identity(
                desk.tenant(),
                JsonRows.read(row, "device", DeviceShapes.DEVICE.reading()).getFirst(),
                JsonRows.read(row, "device_type", DeviceShapes.DEVICE_TYPE.reading())
                        .getFirst(),
                JsonRows.read(row, "owner", PeopleShapes.USER.reading()).stream()
                        .findFirst(),
                JsonRows.read(row, "identifiers", DeviceStores.IDENTIFIER),
                JsonRows.read(row, "address", DeviceStores.ADDRESS).stream().findFirst());
    }

    private static DeviceView.Membership membership(Columns row) throws SQLException {
        return new DeviceView.Membership(
                groups(row, "of_user"),
                groups(row, "of_device"),
                JsonRows.read(row, "groups", PeopleShapes.GROUP.reading()));
    }

    private static List<Id<Group>> groups(Columns row, String column) throws SQLException {
        return row.numbers(column).stream().map(Id<Group>::new).toList();
    }

    private DeviceView.Accounts accounts(Columns row) throws SQLException {
        return new DeviceView.Accounts(
                JsonRows.read(row, "placed_accounts", DeviceStores.DEVICE_ACCOUNT),
                JsonRows.read(row, "accounts", new PeopleStores(desk).account()));
    }

    private DeviceView.Given given(Columns row) throws SQLException {
        return new DeviceView.Given(
                JsonRows.read(row, "assignments", PlacementStores.ASSIGNMENT.reading()),
                JsonRows.read(row, "profiles", new PlacementStores(desk).profile()),
                JsonRows.read(row, "applications", SoftwareStores.APPLICATION.reading()),
                JsonRows.read(row, "releases", SoftwareStores.RELEASE.reading()),
                JsonRows.read(row, "hosts", SoftwareStores.APPLICATION_HOST.reading()));
    }

    private DeviceView.Made made(Columns row) throws SQLException {
        return new DeviceView.Made(
                JsonRows.read(row, "documents", new DeviceStores(desk).document()).stream()
                        .findFirst(),
                JsonRows.read(row, "deliveries", ActStores.DELIVERY));
    }
}
