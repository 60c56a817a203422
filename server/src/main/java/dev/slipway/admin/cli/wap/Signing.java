package dev.slipway.admin.cli.wap;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.wap.security.Imsi;
import dev.slipway.base.wire.wap.security.Pin;
import dev.slipway.base.wire.wap.security.Security;
import dev.slipway.base.wire.wap.security.SharedSecret;
import dev.slipway.base.wire.wap.security.Signature;
import dev.slipway.base.wire.wap.security.UserPinMac;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The signature that a call asks for.
 *
 * @param told the PIN that we made, so that somebody can tell the person
 */
record Signing(Signature signature, Optional<Pin> told) {
    /** Signs the bytes by the method of that name. */
    static Signing of(Call call, String method, byte[] document) {
        return switch (security(method)) {
            case NETWPIN -> new Signing(new SharedSecret.OfNetwork(imsi(call)).sign(document), Optional.empty());
            case USERPIN -> {
                Optional<Pin> given = pin(call);
                Pin pin = given.orElseGet(() -> Pin.random(call.random()));
                yield new Signing(new SharedSecret.OfUser(pin).sign(document), made(given, pin));
            }
            case USERNETWPIN -> {
                Imsi imsi = imsi(call);
                Optional<Pin> given = pin(call);
                Pin pin = given.orElseGet(() -> Pin.random(call.random()));
                yield new Signing(new SharedSecret.OfBoth(imsi, pin).sign(document), made(given, pin));
            }
            case USERPINMAC -> pinOfDocument(call, document);
        };
    }

    private static Optional<Pin> made(Optional<Pin> given, Pin pin) {
        return given.isPresent() ? Optional.empty() : Optional.of(pin);
    }

    private static Signing pinOfDocument(Call call, byte[] document) {
        if (call.option("--pin").isPresent()) {
            throw new Refusal("wap.argument", "--sec userpinmac makes the PIN from the document; leave --pin out.");
        }
        return new Signing(
                new Signature(Security.USERPINMAC, Optional.empty()),
                Optional.of(UserPinMac.pin(document, call.random())));
    }

    private static Security security(String method) {
        List<String> names = Arrays.stream(Security.values())
                .map(security -> security.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!names.contains(method)) {
            throw new Refusal(
                    "wap.argument", "--sec takes %s, not \"%s\".".formatted(String.join(", ", names), method));
        }
        return Security.valueOf(method.toUpperCase(Locale.ROOT));
    }

    private static Imsi imsi(Call call) {
        return call.option("--imsi")
                .filter(Imsi::isImsi)
                .map(Imsi::new)
                .orElseThrow(() ->
                        new Refusal("wap.argument", "This method needs --imsi with the 6 to 15 digits of the IMSI."));
    }

    private static Optional<Pin> pin(Call call) {
        return call.option("--pin").map(digits -> {
            if (!Pin.isPin(digits)) {
                throw new Refusal("wap.argument", "--pin takes 1 to %d digits.".formatted(Pin.LENGTH_MAX));
            }
            Pin pin = new Pin(digits);
            if (pin.isShort()) {
                call.warn(
                        "wap.pin-short",
                        "Whoever gets hold of the message finds a PIN of fewer than 6 digits at once; leave --pin out"
                                + " and one is made.");
            }
            return pin;
        });
    }
}
