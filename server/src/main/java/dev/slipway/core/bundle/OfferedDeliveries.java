package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.bootloader.protocol.trust.InstallStep;
import java.util.List;
import java.util.stream.Stream;

/** The deliveries that a bundle begins. */
final class OfferedDeliveries {
    private OfferedDeliveries() {}

    /** One for each application that is to come or to go. */
    static List<Delivery> of(Id<Device> device, BundleContent content, Delivery.Note note) {
        Stream<Delivery> wanted = content.install().stream()
                .map(InstallStep::release)
                .map(release -> new Delivery(
                        device, release.application(), release.version(), true, Delivery.State.OFFERED, note));
        Stream<Delivery> unwanted = content.remove().stream()
                .map(name -> new Delivery(device, name, "", false, Delivery.State.OFFERED, note));
        return Stream.concat(wanted, unwanted).toList();
    }

    /** Whether a delivery on its way, or at its end, is the one offered: then its state stands. */
    static boolean isSame(Delivery known, Delivery offered) {
        return known.application().equals(offered.application())
                && known.release().equals(offered.release())
                && known.wanted() == offered.wanted();
    }
}
