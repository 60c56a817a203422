package dev.slipway.base.fleet.devices;

import dev.slipway.base.fleet.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * The address below which one device finds its files. Its secret part is derived and stands nowhere.
 *
 * @param generation 1 or more; raised to make every earlier address of the device worthless
 * @param openUntil until when a first contact is let in, and pinned; from then on, how long the bootstrap address
 *     still leads the pinned device here
 * @param pin who came first; empty until then
 * @param positions the most accounts that its files ever held
 */
public record DeviceAddress(Id<Device> device, int generation, Instant openUntil, Optional<Pin> pin, int positions) {
    /**
     * What the first contact was like. An empty text was not said.
     *
     * @param program family of the user agent, without its version
     * @param network from which it came: /24 or /64 in hexadecimal
     * @param certificate SHA-256 of the client certificate in hexadecimal
     */
    public record Pin(String maker, String model, String program, String network, String certificate) {}
}
