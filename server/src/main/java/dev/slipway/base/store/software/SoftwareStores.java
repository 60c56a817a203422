package dev.slipway.base.store.software;

import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.Applications;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Releases;
import dev.slipway.base.store.sql.Desk;

/**
 * The stores of software at one desk.
 */
public record SoftwareStores(Desk desk) {
    /** Applications. */
    public Applications applications() {
        return new JdbcApplications(desk);
    }

    /** Releases. */
    public Releases releases() {
        return new JdbcReleases(desk);
    }

    /** Download addresses. */
    public Records<DownloadAddress> downloadAddresses() {
        return new JdbcDownloadAddresses(desk);
    }

    /** Application hosts. */
    public Records<ApplicationHost> applicationHosts() {
        return new JdbcApplicationHosts(desk);
    }
}
