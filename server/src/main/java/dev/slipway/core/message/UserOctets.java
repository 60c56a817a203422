package dev.slipway.core.message;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Message;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;

/**
 * The user data of a message that is no text, in the place of the variables of a template.
 *
 * @param hex in hexadecimal digits
 * @param header whether a header, its length first, stands at its beginning
 */
public record UserOctets(String hex, boolean header) {
    private static final String PLAIN = "user_data";
    private static final String HEADED = "user_data.headed";

    /** Refuses {@code message.user-data} what no short message can hold. */
    public Map<String, Secret> variables() {
        octets();
        return Map.of(header ? HEADED : PLAIN, new Secret(hex));
    }

    /** Of that message; empty for one that is a text. */
    static Optional<Outgoing.Octets> of(Message.Content content) {
        Map<String, Secret> all = content.variables();
        return Optional.ofNullable(all.get(HEADED))
                .map(secret -> new UserOctets(secret.reveal(), true))
                .or(() -> Optional.ofNullable(all.get(PLAIN)).map(secret -> new UserOctets(secret.reveal(), false)))
                .map(UserOctets::octets);
    }

    private Outgoing.Octets octets() {
        try {
            byte[] all = HexFormat.of().parseHex(hex);
            int end = header ? 1 + Byte.toUnsignedInt(all[0]) : 0;
            return new Outgoing.Octets(
                    Bytes.of(Arrays.copyOf(all, end)), Bytes.of(Arrays.copyOfRange(all, end, all.length)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            throw new Refusal(
                    "message.user-data",
                    "User data has 1 to %d octets in hexadecimal digits, its header with its length first among them."
                            .formatted(Outgoing.Octets.LENGTH_MAX));
        }
    }
}
