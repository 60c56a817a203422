package dev.slipway.admin.act.devices;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.devices.Device;
import java.util.Locale;

/**
 * Blocks a device, lets it in again, or retires it for good. Refuses {@code device.state} what its state does not
 * allow.
 *
 * @param device name or id
 */
public record SetDeviceState(String device, Step step) implements Command<Device> {
    /** What is done to it. */
    public enum Step {
        /** It is answered like an unknown one until it is unblocked. */
        BLOCK(Device.State.BLOCKED),
        /** Its token, if it has one, counts again. */
        UNBLOCK(Device.State.ACTIVE),
        /** Its token ends; it never comes back. */
        RETIRE(Device.State.RETIRED);

        private final Device.State to;

        Step(Device.State to) {
            this.to = to;
        }

        private boolean follows(Device.State from) {
            return switch (this) {
                case BLOCK -> from == Device.State.EXPECTED || from == Device.State.ACTIVE;
                case UNBLOCK -> from == Device.State.BLOCKED;
                case RETIRE -> from != Device.State.RETIRED;
            };
        }

        /** As in paths and the journal. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Area area() {
        return Area.DEVICES;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                "device." + step.word(), acting.find(DeviceKinds.DEVICE, device).name());
    }

    @Override
    public Device run(Acting acting) {
        Device before = acting.locked(DeviceKinds.DEVICE, device);
        if (!step.follows(before.state())) {
            throw new Refusal(
                    "device.state",
                    "The device %s is %s; there is nothing to %s."
                            .formatted(before.name(), before.state().name().toLowerCase(Locale.ROOT), step.word()));
        }
        Device after = before.in(step.to);
        acting.stores().devices().replace(after);
        if (step == Step.RETIRE) {
            acting.stores().devices().revokeToken(after.id());
        }
        return after;
    }
}
