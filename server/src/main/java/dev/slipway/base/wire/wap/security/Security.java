package dev.slipway.base.wire.wap.security;

import java.util.Arrays;
import java.util.Optional;

/** The security methods (OMA-WAP-ProvBoot v1.1, section 6.1), by the numbers of the parameter SEC. */
public enum Security {
    /** The key is the IMSI: proof for who knows it, which an operator is not alone in. */
    NETWPIN(0),

    /** The key is a PIN that the person is told another way. */
    USERPIN(1),

    /** The key is the IMSI and then the PIN. */
    USERNETWPIN(2),

    /** No code goes with the document: the PIN that the person types in holds it. */
    USERPINMAC(3);

    private final int number;

    Security(int number) {
        this.number = number;
    }

    /** As the parameter has it. */
    public int number() {
        return number;
    }

    /** The method of that number. */
    public static Optional<Security> of(int number) {
        return Arrays.stream(values())
                .filter(security -> security.number == number)
                .findFirst();
    }
}
