package dev.slipway.door.phone.pnp;

import dev.slipway.base.wire.sip.SipAddress;
import dev.slipway.base.wire.sip.SipHeader;
import dev.slipway.base.wire.sip.SipMessage;
import dev.slipway.base.wire.sip.SipStart;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Step four, answer: 200, and the NOTIFY that ends the subscription at once (RFC 6665, section 4.2.1.4, and the traces
 * of
 * snom, AudioCodes and Planet). Both go to the machine that asked, whatever Contact says, so that nobody can have them
 * sent to a third one.
 */
record PnpVoice(SipPort port, SipTransactions transactions, InetAddress own, RandomGenerator random) {
    private static final int SIP_PORT = 5060;
    private static final String URI = "sips?:[!-~&&[^<>\"]]{1,255}";

    /** Takes what a phone answers to a NOTIFY. */
    void confirmed(SipMessage answer) {
        transactions.heard(answer);
    }

    /** Tells a phone its address; {@code subscribe} knows from where it came. */
    void tell(SipMessage subscribe, InetSocketAddress from, String address) {
        String tag = word();
        String contact = "<sip:slipway@" + us() + ">";
        SipMessage accepted = subscribe
                .answer(new SipStart.Status(200, "OK"), tag)
                .with(new SipHeader("Contact", contact), new SipHeader("Expires", "0"));
        port.send(accepted.bytes(), new InetSocketAddress(from.getAddress(), answerPort(subscribe, from)));
        SipAddress phone = SipAddress.parse(subscribe.header("Contact").orElse(""));
        var there = new InetSocketAddress(from.getAddress(), phone.port().orElse(SIP_PORT));
        var _ = transactions.ask(notify(subscribe, accepted, target(phone, there), address), there, Duration.ZERO);
    }

    /** From where it came when it asks for that (RFC 3581), else where it says that it listens (RFC 3261, 18.2.2). */
    private static int answerPort(SipMessage subscribe, InetSocketAddress from) {
        SipAddress via = SipAddress.parse(subscribe.header("Via").orElse(""));
        return via.parameter("rport").isPresent() ? from.getPort() : via.port().orElse(SIP_PORT);
    }

    private static String target(SipAddress phone, InetSocketAddress there) {
        return phone.value().matches(URI)
                ? phone.value()
                : "sip:" + Hosts.text(there.getAddress()) + ":" + there.getPort();
    }

    private SipMessage notify(SipMessage subscribe, SipMessage accepted, String target, String address) {
        return new SipMessage(
                new SipStart.Request("NOTIFY", target),
                List.of(
                        new SipHeader(
                                "Via", "SIP/2.0/UDP " + us() + ";branch=" + SipTransactions.COOKIE + word() + ";rport"),
                        new SipHeader("Max-Forwards", "70"),
                        new SipHeader("From", accepted.header("To").orElse("")),
                        new SipHeader("To", subscribe.header("From").orElse("")),
                        new SipHeader("Call-ID", subscribe.header("Call-ID").orElse("")),
                        new SipHeader("CSeq", "1 NOTIFY"),
                        new SipHeader("Contact", "<sip:slipway@" + us() + ">"),
                        new SipHeader("Event", subscribe.header("Event").orElse("")),
                        new SipHeader("Subscription-State", "terminated;reason=timeout"),
                        new SipHeader("Content-Type", "application/url")),
                address);
    }

    private String us() {
        return Hosts.text(own) + ":" + port.port();
    }

    private String word() {
        return Long.toHexString(random.nextLong());
    }
}
