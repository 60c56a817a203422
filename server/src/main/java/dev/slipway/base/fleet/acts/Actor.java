package dev.slipway.base.fleet.acts;

/**
 * Who acts: an administrator, a device, or the house itself.
 *
 * @param kind such as {@code administrator}, {@code token}, {@code device}, {@code house}
 * @param name as shown in the journal
 */
public record Actor(String kind, String name) {
    /** The house itself: start-up, recurring work. */
    public static final Actor HOUSE = new Actor("house", "slipway");
}
