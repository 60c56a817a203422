package dev.slipway.base.store.software;

import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.Applications;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Release;
import dev.slipway.base.fleet.software.Releases;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Shape;

/**
 * The stores of software at one desk.
 */
public record SoftwareStores(Desk desk) {
    /** How applications lie in their table. */
    public static final Shape<Application> APPLICATION = JdbcApplications.SHAPE;

    /** How releases lie in their table, with their artifacts. */
    public static final Shape<Release> RELEASE = JdbcReleases.SHAPE;

    /** How hosts lie in their table. */
    public static final Shape<ApplicationHost> APPLICATION_HOST = JdbcApplicationHosts.SHAPE;

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
