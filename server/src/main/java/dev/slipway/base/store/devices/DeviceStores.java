package dev.slipway.base.store.devices;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Named;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceAccounts;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceAddresses;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceDocuments;
import dev.slipway.base.fleet.devices.DeviceEvents;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.Devices;
import dev.slipway.base.fleet.devices.Subscription;
import dev.slipway.base.store.sql.Desk;
import dev.slipway.base.store.sql.Reading;
import dev.slipway.base.store.sql.Sql;

/**
 * The stores of devices at one desk.
 */
public record DeviceStores(Desk desk) {
    /** Makes a mark of a row of {@code device_identifier}. */
    public static final Reading<DeviceIdentifier> IDENTIFIER = JdbcDevices::identifier;

    /** Makes an address of a row of {@code device_address}. */
    public static final Reading<DeviceAddress> ADDRESS = JdbcDeviceAddresses::read;

    /** Makes an account's place of a row of {@code device_account}. */
    public static final Reading<DeviceAccount> DEVICE_ACCOUNT = JdbcDeviceAccounts::read;

    /** Keeps a document, as one part of a statement; its rows are touched only when no other writer was first. */
    public static final String KEEP_DOCUMENT = JdbcDeviceDocuments.KEEP;

    /** A statement with {@link #KEEP_DOCUMENT} in it, which is bound. */
    public Sql keeping(String text, DeviceDocument made, long before) {
        return new JdbcDeviceDocuments(desk).keeping(text, made, before);
    }

    /** The body of a document as it rests. */
    public Bytes sealed(DeviceDocument document) {
        return new JdbcDeviceDocuments(desk).sealed(document);
    }

    /** Makes a document of a row of {@code device_document}, opened at this desk. */
    public Reading<DeviceDocument> document() {
        return new JdbcDeviceDocuments(desk)::read;
    }

    /** Devices. */
    public Devices devices() {
        return new JdbcDevices(desk);
    }

    /** Device types. */
    public Named<DeviceType> deviceTypes() {
        return new JdbcDeviceTypes(desk);
    }

    /** Subscriptions. */
    public Records<Subscription> subscriptions() {
        return new JdbcSubscriptions(desk);
    }

    /** Accounts by position. */
    public DeviceAccounts deviceAccounts() {
        return new JdbcDeviceAccounts(desk);
    }

    /** Documents last made. */
    public DeviceDocuments deviceDocuments() {
        return new JdbcDeviceDocuments(desk);
    }

    /** Addresses. */
    public DeviceAddresses deviceAddresses() {
        return new JdbcDeviceAddresses(desk);
    }

    /** What devices reported. */
    public DeviceEvents deviceEvents() {
        return new JdbcDeviceEvents(desk);
    }
}
