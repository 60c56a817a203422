package dev.slipway.door.gateway.smpp;

import dev.slipway.base.fleet.messages.Message.State;
import dev.slipway.base.fleet.messages.Receipt;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * What a center tells of a message: in optional parameters, else in the usual text
 * {@code id:... stat:DELIVRD err:000} (SMPP 3.4, appendix B).
 */
final class SmppReceipt {
    private static final Pattern ID = Pattern.compile("(?i)\\bid:(\\S+)");
    private static final Pattern STAT = Pattern.compile("(?i)\\bstat:(\\S+)");
    private static final Pattern ERR = Pattern.compile("(?i)\\berr:(\\S+)");

    private static final Map<Integer, State> BY_NUMBER = Map.of(
            2, State.DELIVERED, 3, State.EXPIRED, 4, State.FAILED, 5, State.FAILED, 7, State.UNKNOWN, 8, State.FAILED);
    private static final Map<String, State> BY_WORD = Map.of(
            "DELIVRD", State.DELIVERED,
            "EXPIRED", State.EXPIRED,
            "DELETED", State.FAILED,
            "UNDELIV", State.FAILED,
            "UNKNOWN", State.UNKNOWN,
            "REJECTD", State.FAILED);

    private SmppReceipt() {}

    /** Empty for one that says nothing final. */
    static Optional<Receipt> of(DeliverSm delivered, Instant at) {
        String text = new String(delivered.getShortMessage(), StandardCharsets.US_ASCII);
        Optional<String> id = Optional.ofNullable(
                        delivered.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.COctetString::getValueAsString)
                .or(() -> found(ID, text));
        Optional<State> state = Optional.ofNullable(
                        delivered.getOptionalParameter(OptionalParameter.Message_state.class))
                .flatMap(number -> Optional.ofNullable(BY_NUMBER.get((int) number.getValue())))
                .or(() -> found(STAT, text)
                        .flatMap(word -> Optional.ofNullable(BY_WORD.get(word.toUpperCase(Locale.ROOT)))));
        String reason = found(ERR, text)
                .filter(code -> !code.matches("0*"))
                .map(code -> "error " + code)
                .orElse("");
        return id.flatMap(reference -> state.map(known -> new Receipt(Optional.empty(), reference, known, reason, at)));
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
