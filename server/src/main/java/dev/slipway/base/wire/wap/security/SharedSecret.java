package dev.slipway.base.wire.wap.security;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

/** What both sides know, and the method in which it is used. Its text form shows neither IMSI nor PIN. */
public sealed interface SharedSecret {
    /** The IMSI alone. */
    record OfNetwork(Imsi imsi) implements SharedSecret {
        @Override
        public Signature sign(byte[] document) {
            return new Signature(Security.NETWPIN, Optional.of(Hmac.hex(imsi.key(), document)));
        }
    }

    /** A PIN alone. */
    record OfUser(Pin pin) implements SharedSecret {
        @Override
        public Signature sign(byte[] document) {
            return new Signature(Security.USERPIN, Optional.of(Hmac.hex(pin.ascii(), document)));
        }
    }

    /** Both. */
    record OfBoth(Imsi imsi, Pin pin) implements SharedSecret {
        @Override
        public Signature sign(byte[] document) {
            var key = new ByteArrayOutputStream();
            key.writeBytes(imsi.key());
            key.writeBytes(pin.ascii());
            return new Signature(Security.USERNETWPIN, Optional.of(Hmac.hex(key.toByteArray(), document)));
        }
    }

    /** What goes with this document. */
    Signature sign(byte[] document);

    /** Whether the document came from somebody who knows this; takes as long for a near miss as for a far one. */
    default boolean verifies(byte[] document, Signature claimed) {
        Signature own = sign(document);
        return claimed.security() == own.security()
                && MessageDigest.isEqual(
                        claimed.mac().orElse("").getBytes(StandardCharsets.US_ASCII),
                        own.mac().orElse("").getBytes(StandardCharsets.US_ASCII));
    }
}
