package dev.slipway.core.polling;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Makes devices ask now, whatever their plan says; a door that can reach them brings one. */
public interface WakeUp {
    /**
     * The most devices of one call: sent 20 a second and awaited for 32 s, it ends within the minute a caller waits.
     */
    int DEVICES_MAX = 400;

    /**
     * Asks all of them, spread, and waits until each answered or is given up. Blocks, so never on an event loop.
     *
     * @return one outcome for each, in order
     */
    List<Outcome> wake(Id<Tenant> tenant, List<Sleeper> devices, How how);

    /**
     * Whom to wake.
     *
     * @param name as shown
     * @param account address of the first account on it, by which it knows that it is meant; empty when it has none
     */
    record Sleeper(Id<Device> device, String name, Optional<String> account) {}

    /**
     * How.
     *
     * @param reboot whether it shall start anew and not only fetch
     * @param to where it is; when empty, from where it was last here
     */
    record How(boolean reboot, Optional<InetSocketAddress> to) {}

    /**
     * What came of it.
     *
     * @param to where it was asked, as text; empty when nobody knows where it is
     * @param status what the device answered, in the numbers of its protocol; 0 for nothing
     */
    record Outcome(Sleeper sleeper, State state, String to, int status) {}

    /** How far it got. */
    enum State {
        /** It said that it will. */
        WOKEN,
        /** It said that it will not. */
        REFUSED,
        /** It did not answer. */
        SILENT,
        /** It was never here, so nobody knows where it is. */
        UNKNOWN_PLACE
    }
}
