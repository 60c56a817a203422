package dev.slipway.base.wire.wap.security;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What goes with a document.
 *
 * @param mac 40 hexadecimal digits; empty for {@link Security#USERPINMAC}, where the person has it
 */
public record Signature(Security security, Optional<String> mac) {
    private static final Pattern MAC = Pattern.compile("[0-9A-F]{40}");

    public Signature {
        if (!mac.map(code -> MAC.matcher(code).matches()).orElse(security == Security.USERPINMAC)) {
            throw new IllegalArgumentException("a MAC has 40 upper-case hexadecimal digits");
        }
    }
}
