package dev.slipway.base.store.software;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.store.placement.PlacedChange;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Row;
import dev.slipway.base.store.sql.Rows;
import dev.slipway.base.store.sql.Shape;
import dev.slipway.base.store.sql.Table;
import java.net.URI;

/** Download addresses; a device that has the application may be answered with them. */
record JdbcDownloadAddresses(Desk desk, Table<DownloadAddress> table) implements Rows<DownloadAddress> {
    private static final Shape<DownloadAddress> SHAPE = new Shape<>(
            "download_address",
            "id",
            row -> new DownloadAddress(
                    row.id("id"),
                    row.id("application"),
                    row.text("platform"),
                    row.text("security_model"),
                    row.optionalText("url").map(URI::create),
                    row.optionalId("release")),
            address -> Row.of("application", address.application())
                    .and("platform", address.platform())
                    .and("security_model", address.securityModel())
                    .and("url", address.url())
                    .and("release", address.release()));

    JdbcDownloadAddresses(Desk desk) {
        this(desk, new Table<>(desk, SHAPE));
    }

    @Override
    public void add(DownloadAddress added) {
        table.add(added);
        note(added);
    }

    @Override
    public void replace(DownloadAddress changed) {
        find(changed.id()).ifPresent(this::note);
        table.replace(changed);
        note(changed);
    }

    @Override
    public boolean remove(Id<DownloadAddress> id) {
        find(id).ifPresent(this::note);
        return table.remove(id);
    }

    private void note(DownloadAddress address) {
        new PlacedChange(desk).ofApplication(address.application());
    }
}
