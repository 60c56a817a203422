package dev.slipway.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.wire.wap.Characteristic;
import dev.slipway.base.wire.wap.Parm;
import dev.slipway.base.wire.wap.ProvisioningDocument;
import dev.slipway.base.wire.wap.Vectors;
import dev.slipway.base.wire.wap.push.Ports;
import dev.slipway.base.wire.wap.push.PushPdu;
import dev.slipway.base.wire.wap.push.PushType;
import dev.slipway.base.wire.wap.push.SegmentPlan;
import dev.slipway.base.wire.wap.push.ShortMessage;
import dev.slipway.base.wire.wap.security.Imsi;
import dev.slipway.base.wire.wap.security.Pin;
import dev.slipway.base.wire.wap.security.Security;
import dev.slipway.base.wire.wap.security.SharedSecret;
import dev.slipway.base.wire.wap.security.SharedSecret.OfBoth;
import dev.slipway.base.wire.wap.security.SharedSecret.OfNetwork;
import dev.slipway.base.wire.wap.security.SharedSecret.OfUser;
import dev.slipway.base.wire.wap.security.Signature;
import dev.slipway.base.wire.wap.security.UserPinMac;
import dev.slipway.base.wire.wap.wbxml.Mode;
import dev.slipway.base.wire.wap.wbxml.Wbxml;
import dev.slipway.fake.FakeHandset.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What we send arrives at a phone and does there what it should. */
class FakeHandsetTest {
    private static final Imsi IMSI = new Imsi("466923103145252");
    private static final Pin PIN = new Pin("482913");
    private static final String PROVURL = "https://prov.example.com/wap";

    private final FakeHandset handset = new FakeHandset(IMSI);

    @ParameterizedTest
    @EnumSource(Mode.class)
    void a_long_push_in_any_order_configures_the_phone(Mode mode) {
        List<byte[]> messages = messages(Wbxml.encode(Vectors.document("operator-full"), mode), new OfUser(PIN));
        Collections.shuffle(messages, new Random(1));

        for (byte[] message : messages.subList(1, messages.size())) {
            assertThat(handset.receive(message)).isEqualTo(Outcome.INCOMPLETE);
        }
        assertThat(handset.receive(messages.getFirst())).isEqualTo(Outcome.ASKS_PIN);
        assertThat(handset.enter(PIN)).isEqualTo(Outcome.APPLIED);
        assertThat(handset.items("NAPDEF"))
                .extracting(item -> item.value("NAPID").orElseThrow())
                .containsExactly("NAP_INET", "NAP_MMS");
    }

    @Test
    void messages_of_others_are_read_as_well() {
        Vectors.lines("example-mobile.segments.hex")
                .forEach(hex -> handset.receive(HexFormat.of().parseHex(hex)));

        assertThat(handset.enter(new Pin("1234"))).isEqualTo(Outcome.APPLIED);
        assertThat(handset.items("APPLICATION")).hasSize(1);
    }

    @Test
    void after_three_wrong_pins_the_message_is_gone() {
        byte[] document = Vectors.bytes("minimal-gprs");
        send(document, new OfBoth(IMSI, PIN));

        assertThat(handset.enter(new Pin("1"))).isEqualTo(Outcome.WRONG);
        assertThat(handset.enter(new Pin("2"))).isEqualTo(Outcome.WRONG);
        assertThat(handset.enter(new Pin("3"))).isEqualTo(Outcome.REFUSED);
        assertThat(handset.enter(PIN)).isEqualTo(Outcome.IGNORED);
        assertThat(send(document, new OfBoth(IMSI, PIN))).isEqualTo(Outcome.ASKS_PIN);
        assertThat(handset.enter(new Pin("1"))).isEqualTo(Outcome.WRONG);
        assertThat(handset.enter(PIN)).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void a_code_of_the_network_asks_the_person_only() {
        byte[] document = Vectors.bytes("minimal-gprs");

        assertThat(send(document, new OfNetwork(new Imsi("466923103145253")))).isEqualTo(Outcome.REFUSED);
        assertThat(handset.confirm()).isEqualTo(Outcome.IGNORED);
        assertThat(send(document, new OfNetwork(IMSI))).isEqualTo(Outcome.ASKS_PERSON);
        assertThat(handset.confirm()).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void a_pin_that_holds_the_code_needs_nothing_else() {
        byte[] document = Vectors.bytes("minimal-gprs");
        var signature = new Signature(Security.USERPINMAC, Optional.empty());

        assertThat(receive(document, new PushType.Connectivity(Optional.of(signature))))
                .isEqualTo(Outcome.ASKS_PIN);
        assertThat(handset.enter(UserPinMac.pin(document, new Random(1)))).isEqualTo(Outcome.APPLIED);
    }

    @Test
    void what_nobody_signed_is_refused_and_what_is_no_push_is_ignored() {
        byte[] document = Vectors.bytes("minimal-gprs");

        assertThat(receive(document, new PushType.Connectivity(Optional.empty())))
                .isEqualTo(Outcome.REFUSED);
        assertThat(receive(document, new PushType.Named("text/plain"))).isEqualTo(Outcome.IGNORED);
        assertThat(handset.receive(new byte[] {1, 2, 3})).isEqualTo(Outcome.IGNORED);
        assertThat(handset.contexts()).isEmpty();
    }

    @Test
    void only_its_own_server_changes_a_privileged_context() {
        assertThat(bootstrap(PROVURL, "0", "first")).isEqualTo(Outcome.APPLIED);
        assertThat(bootstrap("https://other.example.org/", "0", "theirs")).isEqualTo(Outcome.REFUSED);
        assertThat(apply(document(napdef("N2", "unasked")))).isEqualTo(Outcome.REFUSED);

        byte[] changed = Wbxml.encode(document(napdef("N2", "second")), Mode.COMPACT);
        assertThat(handset.fetched("https://other.example.org/", changed)).isEqualTo(Outcome.REFUSED);
        assertThat(handset.fetched(PROVURL, changed)).isEqualTo(Outcome.APPLIED);
        assertThat(addresses()).containsExactly("first", "second");

        assertThat(bootstrap(PROVURL, "0", "third"))
                .as("the whole context anew")
                .isEqualTo(Outcome.APPLIED);
        assertThat(addresses()).containsExactly("third");
    }

    @Test
    void the_privileged_context_says_how_many_others_there_may_be() {
        assertThat(bootstrap(PROVURL, "1", "first")).isEqualTo(Outcome.APPLIED);
        assertThat(apply(document(napdef("N1", "mine")))).isEqualTo(Outcome.APPLIED);
        assertThat(apply(document(napdef("N1", "changed")))).as("the same item").isEqualTo(Outcome.APPLIED);
        assertThat(apply(document(new Characteristic("BOOTSTRAP", List.of(Parm.of("NAME", "third"))))))
                .isEqualTo(Outcome.REFUSED);
        assertThat(addresses()).containsExactly("first", "changed");
        assertThat(handset.contexts()).hasSize(2);
    }

    private Outcome bootstrap(String url, String others, String address) {
        return apply(document(
                new Characteristic("BOOTSTRAP", List.of(Parm.of("PROVURL", url), Parm.of("CONTEXT-ALLOW", others))),
                napdef("N1", address)));
    }

    private Outcome apply(ProvisioningDocument document) {
        send(Wbxml.encode(document, Mode.COMPATIBLE), new OfUser(PIN));
        return handset.enter(PIN);
    }

    private List<String> addresses() {
        return handset.items("NAPDEF").stream()
                .flatMap(item -> item.values("NAP-ADDRESS"))
                .toList();
    }

    private static ProvisioningDocument document(Characteristic... characteristics) {
        return new ProvisioningDocument(Optional.of("1.1"), List.of(characteristics));
    }

    private static Characteristic napdef(String id, String address) {
        return new Characteristic("NAPDEF", List.of(Parm.of("NAPID", id), Parm.of("NAP-ADDRESS", address)));
    }

    private Outcome send(byte[] document, SharedSecret secret) {
        return receive(document, new PushType.Connectivity(Optional.of(secret.sign(document))));
    }

    private Outcome receive(byte[] document, PushType type) {
        Outcome last = Outcome.IGNORED;
        for (byte[] message : messages(document, type)) {
            last = handset.receive(message);
        }
        return last;
    }

    private static List<byte[]> messages(byte[] document, SharedSecret secret) {
        return messages(document, new PushType.Connectivity(Optional.of(secret.sign(document))));
    }

    private static List<byte[]> messages(byte[] document, PushType type) {
        var push = new PushPdu(1, type, document);
        SegmentPlan plan = SegmentPlan.of(push, Ports.PUSH, new SegmentPlan.Reference(7, false));
        return new ArrayList<>(
                plan.segments().stream().map(ShortMessage::toArray).toList());
    }
}
