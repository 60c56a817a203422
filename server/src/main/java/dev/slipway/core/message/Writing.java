package dev.slipway.core.message;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.base.wire.sms.SmsText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Makes the text of a message, at the moment it is sent.
 *
 * @param own the templates of the tenant's own
 */
record Writing(Tenant tenant, List<Wording> own) {
    private static final String LINK = "link";
    private static final String ALIAS = "tenant.alias";

    /** Refuses {@code message.variable-missing} and what its template refuses. */
    Outgoing.Text text(Message message) {
        Optional<Outgoing.Octets> octets = UserOctets.of(message.content());
        return octets.isPresent() ? new Outgoing.Text(octets.get()) : template(message);
    }

    private Outgoing.Text template(Message message) {
        Map<String, String> known = new TreeMap<>();
        message.content().variables().forEach((name, value) -> known.put(name, value.reveal()));
        known.put(ALIAS, tenant.alias());
        Wording wording = Templates.find(
                own,
                message.content().kind(),
                message.recipient().channel(),
                message.content().language());
        UnaryOperator<String> values =
                name -> Optional.ofNullable(known.get(name)).orElseThrow(() -> missing(name));
        String body = Templates.filled(wording.text(), values);
        SmsText sms = SmsText.of(body);
        if (message.recipient().channel() == Channel.SMS && sms.parts().size() > Templates.SMS_PARTS_MAX) {
            throw Templates.tooLong(sms);
        }
        return new Outgoing.Text(
                Templates.filled(wording.subject(), values).replaceAll("\\p{Cntrl}", " "),
                body,
                Optional.ofNullable(known.get(LINK)));
    }

    private static Refusal missing(String name) {
        return new Refusal(
                "message.variable-missing",
                "The template says ${%s}, and this message has no value for it: change the template.".formatted(name));
    }
}
