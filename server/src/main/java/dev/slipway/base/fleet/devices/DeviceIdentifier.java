package dev.slipway.base.fleet.devices;

/**
 * A mark by which a device is found again, unique in the tenant.
 *
 * @param kind such as {@code mac}, {@code imei}, {@code serial}, {@code machine}
 * @param value lower case without separators for {@code mac}, otherwise as the device says it
 */
public record DeviceIdentifier(String kind, String value) {}
