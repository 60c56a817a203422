package dev.slipway.base.wire.wap.security;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-1, as the standard has it (RFC 2104); its weakness here is that of the key, not of the hash. */
final class Hmac {
    private static final String ALGORITHM = "HmacSHA1";

    private Hmac() {}

    static byte[] bytes(byte[] key, byte[] document) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(document);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    static String hex(byte[] key, byte[] document) {
        return HexFormat.of().withUpperCase().formatHex(bytes(key, document));
    }
}
