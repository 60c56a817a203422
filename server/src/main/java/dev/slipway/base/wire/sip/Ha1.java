package dev.slipway.base.wire.sip;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash with which SIP clients and servers prove a password to each other (RFC 3261, section 22.4). */
public final class Ha1 {
    private Ha1() {}

    /** MD5(user:realm:password) in 32 hexadecimal digits, lower case (RFC 7616, section 3.4.2). */
    public static String of(String user, String realm, String password) {
        String text = user + ":" + realm + ":" + password;
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has MD5", impossible);
        }
    }
}
