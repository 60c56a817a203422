package dev.slipway.base.wire.wap.security;

import java.security.MessageDigest;
import java.util.random.RandomGenerator;

/**
 * A PIN that holds the code of one document: random digits, and as many that follow from them and the document
 * (OMA-WAP-ProvBoot v1.1, section 6.1, USERPINMAC).
 */
public final class UserPinMac {
    /** Digits of a half; phones refuse fewer. */
    public static final int HALF_LENGTH = 5;

    private static final int DECIMAL = 10;

    private UserPinMac() {}

    /** The PIN for this document. */
    public static Pin pin(byte[] document, RandomGenerator random) {
        return pin(document, Pin.digits(random, HALF_LENGTH));
    }

    /** The PIN that begins with these digits. */
    public static Pin pin(byte[] document, String half) {
        byte[] code = Hmac.bytes(new Pin(half).ascii(), document);
        var digits = new StringBuilder(half);
        for (int index = 0; index < half.length(); index++) {
            digits.append(Byte.toUnsignedInt(code[index]) % DECIMAL);
        }
        return new Pin(digits.toString());
    }

    /** Whether the PIN belongs to this document. */
    public static boolean verifies(byte[] document, Pin pin) {
        int half = pin.digits().length() / 2;
        return half >= HALF_LENGTH
                && pin.digits().length() == 2 * half
                && MessageDigest.isEqual(
                        pin(document, pin.digits().substring(0, half)).ascii(), pin.ascii());
    }
}
