package dev.slipway.core.enroll;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.people.User;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that tells people which device it is: {@code login-maker-model-n}. */
public final class DeviceName {
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int PART_LENGTH_MAX = 24;

    private final Stores stores;
    private final User user;
    private final String stem;

    /** Of a device of that user, as it says of itself. */
    public DeviceName(Stores stores, User user, Claim claim) {
        this.stores = stores;
        this.user = user;
        this.stem = Stream.of(Optional.of(user.login()), claim.field("maker"), claim.field("model"))
                .flatMap(Optional::stream)
                .map(DeviceName::plain)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }

    private static String plain(String part) {
        String plain = OTHERS.matcher(part.toLowerCase(Locale.ROOT)).replaceAll("-");
        String cut = plain.substring(0, Math.min(plain.length(), PART_LENGTH_MAX));
        return cut.replaceAll("^-|-$", "");
    }

    /** With the lowest number from the count of the user's devices on that no device has. */
    public String counted() {
        int number = stores.devices().of(user.id()).size() + 1;
        while (stores.devices().named(stem + "-" + number).isPresent()) {
            number++;
        }
        return stem + "-" + number;
    }

    /** With the device's own id. */
    public String of(Id<Device> device) {
        return stem + "-" + device;
    }
}
