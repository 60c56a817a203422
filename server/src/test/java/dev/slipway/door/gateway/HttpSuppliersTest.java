package dev.slipway.door.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import dev.slipway.core.message.Supplier.Carries;
import dev.slipway.core.message.Suppliers;
import dev.slipway.fake.FakeGateways;
import dev.slipway.fake.Refusals;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every supplier of a data file against a stub of its interface. */
class HttpSuppliersTest {
    @AutoClose
    private final FakeGateways stub = new FakeGateways();

    private final Suppliers suppliers = suppliers(Set.of("127.0.0.1"));

    private static Suppliers suppliers(Set<String> inner) {
        var clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
        return GatewaySuppliers.all(inner, Path.of("/nonexistent"), clock);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"vonage", "clickatell", "clickatell-http", "aspsms", "aspsms-xml", "orange", "kannel", "http"})
    void each_answer_means_what_the_supplier_says_it_means(String supplier) {
        MessageGateway gateway = open(supplier, "right");

        assertThat(gateway.send(to("03"))).as("taken").isInstanceOf(Outcome.Taken.class);
        assertThat(gateway.send(to("01"))).as("throttled").isInstanceOf(Outcome.NotSent.class);
        assertThat(gateway.send(to("01"))).as("later").isInstanceOf(Outcome.Taken.class);
        assertThat(gateway.send(to("02"))).as("refused").isInstanceOf(Outcome.Refused.class);
        assertThat(gateway.send(to("06"))).as("cut").isInstanceOf(Outcome.Unknown.class);
        assertThat(open(supplier, "wrong").send(to("03"))).as("credentials").isInstanceOf(Outcome.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vonage", "clickatell", "clickatell-http", "orange"})
    void the_reference_of_the_supplier_is_kept(String supplier) {
        assertThat(open(supplier, "right").send(to("03")))
                .isInstanceOfSatisfying(Outcome.Taken.class, taken -> assertThat(taken.reference())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"clickatell-http", "orange"})
    void a_token_that_ended_is_got_anew_and_the_message_given_again(String supplier) {
        MessageGateway gateway = open(supplier, "right");
        assertThat(gateway.send(to("03"))).isInstanceOf(Outcome.Taken.class);

        stub.expireTokens();

        assertThat(gateway.send(to("03"))).isInstanceOf(Outcome.Taken.class);
    }

    @Test
    void a_text_beyond_gsm_7_is_sent_as_the_supplier_wants_it() {
        open("vonage", "right").send(to("03", "a&b=\u00eat\u00e9"));
        assertThat(stub.asked).containsEntry("type", "unicode").containsEntry("text", "a&b=\u00eat\u00e9");
        open("vonage", "right").send(to("03", "plain"));
        assertThat(stub.asked).containsEntry("type", "text");
        open("kannel", "right").send(to("03", "\u00ea"));
        assertThat(stub.asked).containsEntry("coding", "2").containsEntry("charset", "UTF-8");
        open("clickatell-http", "right").send(to("03", "\u00ea"));
        assertThat(stub.asked).containsEntry("unicode", "1").containsEntry("text", "00EA");
    }

    @Test
    void a_binary_message_goes_with_its_header_as_each_supplier_wants_it() {
        Outgoing binary = binary("0605040b8423f0", "0fe0");

        assertThat(open("vonage", "right").send(binary)).isInstanceOf(Outcome.Taken.class);
        assertThat(stub.asked)
                .containsEntry("type", "binary")
                .containsEntry("udh", "0605040B8423F0")
                .containsEntry("body", "0FE0");
        assertThat(open("kannel", "right").send(binary)).isInstanceOf(Outcome.Taken.class);
        assertThat(stub.asked)
                .containsEntry("coding", "1")
                .containsEntry("udh.raw", "%06%05%04%0b%84%23%f0")
                .containsEntry("text.raw", "%0f%e0");
        assertThat(open("aspsms-xml", "right").send(binary)).isInstanceOf(Outcome.Taken.class);
        assertThat(stub.asked)
                .containsEntry("XSer", "01070605040B8423F0020104")
                .containsEntry("MessageData", "0FE0")
                .containsEntry("Action", "SendBinaryData");
        assertThat(open("aspsms-xml", "right").send(binary("", "0fe0"))).isInstanceOf(Outcome.Taken.class);
        assertThat(stub.asked).containsEntry("XSer", "020104");
        assertThat(open("orange", "right").send(binary)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_text_by_xml_is_escaped_and_says_its_alphabet_only_when_it_must() {
        open("aspsms-xml", "right").send(to("03", "a<b & \u00e9"));
        assertThat(stub.asked)
                .containsEntry("MessageData", "a&#60;b &#38; &#233;")
                .containsEntry("Action", "SendTextSMS")
                .doesNotContainKey("XSer");
        open("aspsms-xml", "right").send(to("03", "\u00ea"));
        assertThat(stub.asked).containsEntry("MessageData", "00EA").containsEntry("XSer", "020108");
    }

    @Test
    void what_a_supplier_carries_is_told_and_that_of_any_other_follows_from_its_texts() {
        assertThat(carries("vonage")).isEqualTo(new Carries(20, 20, true, true, true));
        assertThat(carries("clickatell-http")).isEqualTo(new Carries(3, 3, false, false, true));
        assertThat(carries("aspsms-xml")).isEqualTo(new Carries(10, 1, true, true, true));
        assertThat(carries("http")).isEqualTo(new Carries(10, 10, false, false, true));
        GatewaySetup http = setup("http", "right", stub.address() + "/sms/json?udh=${header.hex}&body=${octets.hex}");
        assertThat(suppliers.named("http").carries(http)).isEqualTo(new Carries(10, 10, true, true, true));
    }

    private Carries carries(String supplier) {
        return suppliers.named(supplier).carries(setup(supplier, "right", stub.address()));
    }

    private static Outgoing binary(String header, String body) {
        var octets = new Outgoing.Octets(
                Bytes.of(HexFormat.of().parseHex(header)),
                Bytes.of(HexFormat.of().parseHex(body)));
        return new Outgoing(
                "0123456789abc",
                new Message.Recipient(Channel.SMS, "+41791234503", Optional.empty()),
                new Outgoing.Text(octets),
                "https://default.example.com/receipt/x/y");
    }

    @Test
    void what_a_gateway_was_not_told_is_left_out() {
        open("clickatell", "right").send(to("03", "say \"hi\"\n"));

        assertThat(stub.asked).containsEntry("from", "-").containsEntry("text", "say \"hi\"\n");
    }

    @Test
    void a_supplier_that_cannot_be_reached_was_surely_not_sent_to() {
        assertThat(suppliers
                        .named("vonage")
                        .open(setup("vonage", "right", "http://127.0.0.1:1/sms/json"))
                        .send(to("00")))
                .isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_host_of_the_inner_network_is_called_only_when_it_is_named() {
        Suppliers strict = suppliers(Set.of());

        assertThat(strict.named("vonage")
                        .open(setup("vonage", "right", "https://127.0.0.1:9/"))
                        .send(to("00")))
                .isInstanceOfSatisfying(Outcome.Broken.class, broken -> assertThat(broken.reason())
                        .contains("messages.inner_hosts"));
        assertThat(suppliers(Set.of("*"))
                        .named("vonage")
                        .open(setup("vonage", "right", "http://169.254.169.254/"))
                        .send(to("00")))
                .as("never a link-local one")
                .isInstanceOf(Outcome.Broken.class);
        assertThat(Refusals.of(() -> strict.check(setup("vonage", "right", "http://sms.example.com/")))
                        .sentence())
                .contains("in clear");
    }

    @Test
    void a_gateway_is_told_what_its_supplier_wants_and_nothing_else() {
        GatewaySetup good = setup("vonage", "right", "https://sms.example.com/");
        suppliers.check(good);

        assertThat(code(Map.of("api_key", "k"), good.secrets())).isEqualTo("gateway.field-missing");
        assertThat(code(Map.of("api_key", "k", "from", "x", "colour", "red"), good.secrets()))
                .isEqualTo("gateway.field-unknown");
        assertThat(code(Map.of("api_key", "k", "from", "x", "api_secret", "s"), Map.of()))
                .isEqualTo("gateway.field-secret");
        assertThat(code(Map.of("api_key", "k", "from", "x", "url", "nowhere"), good.secrets()))
                .isEqualTo("gateway.field-invalid");
        assertThat(Refusals.of(() -> suppliers.named("pigeon")).sentence()).contains("vonage", "kannel", "smtp");
    }

    private String code(Map<String, String> settings, Map<String, Secret> secrets) {
        return Refusals.codeOf(
                () -> suppliers.check(new GatewaySetup(new Id<>(1), "g", "vonage", settings, secrets, Setups.USE)));
    }

    private MessageGateway open(String supplier, String password) {
        return suppliers.named(supplier).open(setup(supplier, password, Setups.url(supplier, stub.address())));
    }

    private static GatewaySetup setup(String supplier, String password, String url) {
        return Setups.of(supplier, password, url);
    }

    private static Outgoing to(String magic) {
        return to(magic, "hello");
    }

    private static Outgoing to(String magic, String text) {
        return new Outgoing(
                "0123456789abc",
                new Message.Recipient(Channel.SMS, "+417912345" + magic, Optional.empty()),
                new Outgoing.Text("", text, Optional.empty()),
                "https://default.example.com/receipt/x/y");
    }
}
