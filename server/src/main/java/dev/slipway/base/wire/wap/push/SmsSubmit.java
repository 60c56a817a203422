package dev.slipway.base.wire.wap.push;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SMS-SUBMIT as a modem takes it in PDU mode, without the address of the centre (3GPP TS 23.040, section 9.2.2.2). */
public final class SmsSubmit {
    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{1,20}");

    /** SMS-SUBMIT, no validity period, user data with a header. */
    private static final int FIRST = 0x41;

    private static final int INTERNATIONAL = 0x91;
    private static final int UNKNOWN = 0x81;

    /** 8-bit data, no class (3GPP TS 23.038, section 4). */
    private static final int DATA = 0x04;

    private SmsSubmit() {}

    /** Whether a TPDU can be sent there. */
    public static boolean isNumber(String number) {
        return NUMBER.matcher(number).matches();
    }

    /**
     * The TPDU.
     *
     * @param number digits, with a plus sign before them when it is international
     */
    public static byte[] encode(String number, ShortMessage data) {
        if (!isNumber(number)) {
            throw new IllegalArgumentException("a number has 1 to 20 digits");
        }
        String digits = number.startsWith("+") ? number.substring(1) : number;
        byte[] userData = data.toArray();
        var bytes = new ByteArrayOutputStream();
        bytes.write(FIRST);
        bytes.write(0);
        bytes.write(digits.length());
        bytes.write(number.startsWith("+") ? INTERNATIONAL : UNKNOWN);
        bytes.writeBytes(halves(digits));
        bytes.write(0);
        bytes.write(DATA);
        bytes.write(userData.length);
        bytes.writeBytes(userData);
        return bytes.toByteArray();
    }

    /** Two digits a byte, the first in the lower half. */
    private static byte[] halves(String digits) {
        String even = digits.length() % 2 == 0 ? digits : digits + "f";
        var swapped = new StringBuilder();
        for (int index = 0; index < even.length(); index += 2) {
            swapped.append(even.charAt(index + 1)).append(even.charAt(index));
        }
        return HexFormat.of().parseHex(swapped);
    }
}
