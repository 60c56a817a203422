package dev.slipway.door.gateway.smpp;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.wire.sms.Gsm7;
import dev.slipway.base.wire.sms.SmsText;
import dev.slipway.core.message.Outgoing;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.bean.Alphabet;

/**
 * One short message of a text (SMPP 3.4, section 5.2.22): at most 254 octets, so even 153 septets unpacked with a
 * header fit.
 *
 * @param alphabet the default one, which is GSM 7 here, UCS-2, or none
 * @param header whether it begins with a user data header that says which part of how many it is
 * @param last whether it is the one whose receipt tells for all
 */
record SmppPart(Bytes octets, Alphabet alphabet, boolean header, boolean last) {
    /** Length, element 00 (concatenated, 8-bit reference) and its length (3GPP TS 23.040, section 9.2.3.24.1). */
    private static final byte[] CONCATENATED = {5, 0, 3};

    /** All parts of a text; {@code reference} is the same for each, and another one for the next text. */
    static List<SmppPart> of(Outgoing.Text text, int reference) {
        return text.octets()
                .map(binary -> List.of(new SmppPart(
                        binary.whole(), Alphabet.ALPHA_8_BIT, binary.header().length() > 0, true)))
                .orElseGet(() -> of(text.body(), reference));
    }

    private static List<SmppPart> of(String text, int reference) {
        SmsText sms = SmsText.of(text);
        boolean wide = sms.alphabet() == SmsText.Alphabet.UCS_2;
        Alphabet alphabet = wide ? Alphabet.ALPHA_UCS2 : Alphabet.ALPHA_DEFAULT;
        int count = sms.parts().size();
        List<SmppPart> parts = new ArrayList<>();
        for (int index = 0; index < count; index++) {
            var octets = new ByteArrayOutputStream();
            if (count > 1) {
                octets.writeBytes(CONCATENATED);
                octets.write(reference);
                octets.write(count);
                octets.write(index + 1);
            }
            String part = sms.parts().get(index);
            octets.writeBytes(wide ? part.getBytes(StandardCharsets.UTF_16BE) : Gsm7.unpacked(part));
            parts.add(new SmppPart(Bytes.of(octets.toByteArray()), alphabet, count > 1, index == count - 1));
        }
        return parts;
    }
}
