package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Actor;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceEvent;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Lookups.Owned;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.identity.Tokens;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The binding of device, user and token, once it is proven who the user is.
 *
 * <p>It looks first, so that the journal can say what is done, and then does it in one transaction that refuses
 * {@value #CHANGED} when what it saw is no longer so.
 */
final class Enrollment {
    static final String CHANGED = "fleet.changed";

    private final Ledger ledger;
    private final Tokens tokens;
    private final RandomGenerator random;
    private final InstantSource clock;

    Enrollment(Ledger ledger, RandomGenerator random, InstantSource clock) {
        this.ledger = ledger;
        this.tokens = new Tokens(random);
        this.random = random;
        this.clock = clock;
    }

    /**
     * What was proven.
     *
     * @param also done in the same transaction, when the device is there
     */
    record Right(Id<Tenant> tenant, Id<User> user, Claim claim, BiConsumer<Stores, Id<Device>> also) {}

    /** How a new device gets a name. */
    enum Naming {
        /** By the next free number. */
        COUNTED,
        /** With a part of its id, when others count at the same moment. */
        DRAWN
    }

    /** What will be done: {@code before} is the device as found, {@code after} as it will be. */
    private record Plan(User user, Optional<Device> before, Device after, Recognized recognized) {}

    LoggedOn enroll(Right right, Naming naming) {
        Plan plan = ledger.read(right.tenant(), stores -> plan(stores, right, naming));
        Secret token = tokens.next();
        var actor = new Actor("device", plan.after().name());
        long lastEvent = ledger.write(right.tenant(), actor, act(plan), stores -> {
            carryOut(stores, plan, right.claim());
            right.also().accept(stores, plan.after().id());
            stores.devices().token(plan.after().id(), Tokens.sha256(token));
            return stores.deviceEvents().newest(plan.after().id(), 1).stream()
                    .mapToLong(DeviceEvent::sequence)
                    .findFirst()
                    .orElse(0);
        });
        return new LoggedOn(
                new Owned<>(right.tenant(), plan.after()), plan.user(), token, plan.recognized(), lastEvent);
    }

    private Plan plan(Stores stores, Right right, Naming naming) {
        User user = activeUser(stores, right.user());
        Recognized recognized = Recognition.recognize(
                right.claim(), stores.deviceTypes().stream().toList());
        DeviceType type = recognized
                .type()
                .orElseThrow(() -> new Refusal(
                        "device-type.unknown",
                        "No device type fits what this device says of itself; ask your administrator to add one."));
        Optional<Device> before = found(stores, right.claim());
        if (before.filter(Enrollment::isShutOut).isPresent()) {
            throw LogOn.refused();
        }
        Device after = before.map(device -> bound(device, type, user))
                .orElseGet(() -> created(new DeviceName(stores, user, right.claim()), type, user, naming));
        return new Plan(user, before, after, recognized);
    }

    private static User activeUser(Stores stores, Id<User> id) {
        return stores.users()
                .find(id)
                .filter(user -> user.state() == User.State.ACTIVE)
                .orElseThrow(LogOn::refused);
    }

    private static Optional<Device> found(Stores stores, Claim claim) {
        return claim.identifiers().stream()
                .map(stores.devices()::identified)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static boolean isShutOut(Device device) {
        return device.state() == Device.State.BLOCKED || device.state() == Device.State.RETIRED;
    }

    private static Device bound(Device device, DeviceType type, User user) {
        return new Device(
                device.id(), device.name(), type.id(), Optional.of(user.id()), Device.State.ACTIVE, device.created());
    }

    private Device created(DeviceName name, DeviceType type, User user, Naming naming) {
        Id<Device> id = Id.next(random);
        return new Device(
                id,
                naming == Naming.COUNTED ? name.counted() : name.of(id),
                type.id(),
                Optional.of(user.id()),
                Device.State.ACTIVE,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private static Act act(Plan plan) {
        var details = new HashMap<>(Map.of("user", plan.user().login()));
        plan.recognized().type().ifPresent(type -> details.put("type", type.name()));
        Optional<Id<User>> earlier = plan.before().flatMap(Device::user);
        earlier.filter(user -> !user.equals(plan.user().id()))
                .ifPresent(user -> details.put("earlier_user", user.toString()));
        String name = plan.before()
                .filter(device -> device.state() == Device.State.ACTIVE)
                .map(device -> "device.log-on")
                .orElse("device.enroll");
        return new Act(name, plan.after().name(), details);
    }

    private static void carryOut(Stores stores, Plan plan, Claim claim) {
        activeUser(stores, plan.user().id());
        Device after = plan.after();
        if (plan.before().isEmpty()) {
            stores.devices().add(after);
        } else if (!stores.devices().locked(after.id()).equals(plan.before())) {
            throw new Refusal(CHANGED, "The device was changed at the same moment: try again.");
        } else if (!plan.before().get().equals(after)) {
            stores.devices().replace(after);
            forgetPositions(stores, plan.before().get(), after);
        }
        identify(stores, after.id(), claim.identifiers());
    }

    /** Accounts placed for one person must not stay on the device of the next. */
    private static void forgetPositions(Stores stores, Device before, Device after) {
        if (before.user().isPresent() && !before.user().equals(after.user())) {
            stores.deviceAccounts().place(after.id(), List.of());
        }
    }

    /** Claimed marks take the place of those of the same kind; one that another device has stays there. */
    private static void identify(Stores stores, Id<Device> device, List<DeviceIdentifier> claimed) {
        List<DeviceIdentifier> before = stores.devices().identifiers(device);
        List<String> kinds = claimed.stream().map(DeviceIdentifier::kind).toList();
        Stream<DeviceIdentifier> other = before.stream().filter(mark -> !kinds.contains(mark.kind()));
        Stream<DeviceIdentifier> own = claimed.stream().filter(mark -> isFree(stores, device, mark));
        List<DeviceIdentifier> marks = Stream.concat(other, own).toList();
        if (!Set.copyOf(marks).equals(Set.copyOf(before))) {
            stores.devices().identify(device, marks);
        }
    }

    private static boolean isFree(Stores stores, Id<Device> device, DeviceIdentifier mark) {
        return stores.devices()
                .identified(mark)
                .filter(holder -> !holder.id().equals(device))
                .isEmpty();
    }
}
