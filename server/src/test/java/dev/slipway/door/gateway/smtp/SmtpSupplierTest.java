package dev.slipway.door.gateway.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.DummySSLSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message.Recipient;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import dev.slipway.core.message.Supplier;
import dev.slipway.door.gateway.http.Caller;
import dev.slipway.door.gateway.http.OutboundHosts;
import dev.slipway.fake.FakeGateways;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.TlsMailProxy;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SmtpSupplierTest {
    private static final String LINK = "https://p.example.com/i/abc";

    private final GreenMail mail =
            new GreenMail(new ServerSetup[] {ServerSetup.SMTP.dynamicPort(), ServerSetup.SMTPS.dynamicPort()});
    private TlsMailProxy startTls;
    private TlsMailProxy tls;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        mail.setUser("it@example.com", "it", "right");
        mail.start();
        int plain = mail.getSmtp().getPort();
        startTls = new TlsMailProxy(Files.createDirectories(directory.resolve("a")), plain, true);
        tls = new TlsMailProxy(Files.createDirectories(directory.resolve("b")), plain, false);
    }

    @AfterAll
    void close() throws Exception {
        startTls.close();
        tls.close();
        mail.stop();
    }

    @Test
    void by_default_mail_goes_by_starttls_with_a_log_on() throws Exception {
        mail.purgeEmailFromAllMailboxes();

        Outcome outcome = send(startTls.trust(), setup(startTls.port(), Map.of("user", "it"), "right"));

        assertThat(outcome).isEqualTo(new Outcome.Taken("<0123456789abc@example.com>"));
        MimeMessage letter = mail.getReceivedMessages()[0];
        assertThat(letter.getSubject()).isEqualTo("Ger\u00e4t & mehr");
        assertThat(letter.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(letter.getFrom()[0]).hasToString("IT <it@example.com>");
    }

    @Test
    void a_letter_has_a_text_and_the_same_as_html_with_the_link_as_a_code_inside() throws Exception {
        mail.purgeEmailFromAllMailboxes();
        send(tls.trust(), setup(tls.port(), Map.of("security", "tls", "user", "it"), "right"));

        var alternatives = (MimeMultipart) mail.getReceivedMessages()[0].getContent();
        var related = (MimeMultipart) alternatives.getBodyPart(1).getContent();

        assertThat(alternatives.getContentType()).startsWith("multipart/alternative");
        assertThat((String) alternatives.getBodyPart(0).getContent()).contains("Hello <Ann>", LINK);
        assertThat((String) related.getBodyPart(0).getContent())
                .contains("Hello &lt;Ann&gt;", "<a href=\"" + LINK + "\">", "cid:qr")
                .doesNotContain("http://");
        assertThat(related.getBodyPart(1).getContentType()).startsWith("image/png");
        assertThat(related.getBodyPart(1).getInputStream().readNBytes(4))
                .isEqualTo("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void a_server_without_starttls_gets_nothing() {
        mail.getReceivedMessages();
        int before = mail.getReceivedMessages().length;

        assertThat(send(usual(), setup(mail.getSmtp().getPort(), Map.of(), "")))
                .isInstanceOfSatisfying(Outcome.NotSent.class, failed -> assertThat(failed.reason())
                        .contains("STARTTLS"));
        assertThat(mail.getReceivedMessages()).hasSize(before);
    }

    @Test
    void without_tls_it_goes_only_when_that_is_said_and_then_without_a_password() {
        GatewaySetup clear = setup(mail.getSmtp().getPort(), Map.of("security", "none"), "");

        assertThat(send(usual(), clear)).isInstanceOf(Outcome.Taken.class);
        assertThat(supplier(usual()).warning(clear))
                .hasValueSatisfying(text -> assertThat(text).contains("in clear"));
        assertThat(Refusals.of(() ->
                                supplier(usual()).open(setup(25, Map.of("security", "none", "user", "it"), "right")))
                        .sentence())
                .contains("never sent in clear");
    }

    @Test
    void a_certificate_that_is_not_trusted_or_of_another_name_gets_nothing() {
        assertThat(send(usual(), setup(tls.port(), Map.of("security", "tls"), "")))
                .isInstanceOf(Outcome.NotSent.class);
        assertThat(send(new DummySSLSocketFactory(), setup(mail.getSmtps().getPort(), Map.of("security", "tls"), "")))
                .as("trusted by force, but of another name")
                .isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_wrong_password_breaks_the_gateway_and_a_silent_port_does_not() {
        assertThat(send(startTls.trust(), setup(startTls.port(), Map.of("user", "it"), "wrong")))
                .isInstanceOf(Outcome.Broken.class);
        assertThat(send(usual(), setup(1, Map.of(), ""))).isInstanceOf(Outcome.NotSent.class);
    }

    @Test
    void a_token_that_was_given_logs_on_by_xoauth2() {
        mail.setUser("cloud@example.com", "cloud", "token0");

        assertThat(send(startTls.trust(), byToken("token0"))).isInstanceOf(Outcome.Taken.class);
        assertThat(send(startTls.trust(), byToken("old"))).isInstanceOf(Outcome.Broken.class);
        assertThat(Refusals.codeOf(
                        () -> supplier(usual()).open(setup(25, Map.of("user", "cloud", "client_id", "id"), "right"))))
                .isEqualTo("gateway.field-invalid");
        assertThat(Refusals.codeOf(
                        () -> supplier(usual()).open(setup(25, Map.of("user", "cloud", "client_id", "id"), ""))))
                .isEqualTo("gateway.field-invalid");
    }

    @Test
    void a_client_gets_its_tokens_itself_and_anew_when_one_is_good_no_more() {
        try (var tokens = new FakeGateways()) {
            mail.setUser("cloud@example.com", "cloud", "token0");
            MessageGateway gateway = supplier(startTls.trust()).open(byClient(tokens.address(), "right"));
            assertThat(gateway.send(letter())).isInstanceOf(Outcome.Taken.class);
            assertThat(tokens.asked)
                    .containsEntry("grant_type", "refresh_token")
                    .containsEntry("refresh_token", "r1");

            tokens.expireTokens();
            mail.setUser("cloud@example.com", "cloud", "token1");
            assertThat(gateway.send(letter())).isInstanceOf(Outcome.Taken.class);

            assertThat(supplier(startTls.trust())
                            .open(byClient(tokens.address(), "wrong"))
                            .send(letter()))
                    .isInstanceOfSatisfying(Outcome.Broken.class, broken -> assertThat(broken.reason())
                            .contains("log-on refused"));
            assertThat(send(startTls.trust(), byClient("http://127.0.0.1:1", "right")))
                    .isInstanceOf(Outcome.NotSent.class);
        }
    }

    private GatewaySetup byToken(String token) {
        GatewaySetup setup = setup(startTls.port(), Map.of("user", "cloud"), "");
        return with(setup, Map.of("token", new Secret(token)));
    }

    private GatewaySetup byClient(String address, String secret) {
        GatewaySetup setup = setup(
                startTls.port(),
                Map.of("user", "cloud", "client_id", "id", "token_url", address + "/oauth/v3/token"),
                "");
        return with(setup, Map.of("client_secret", new Secret(secret), "refresh_token", new Secret("r1")));
    }

    private static GatewaySetup with(GatewaySetup setup, Map<String, Secret> secrets) {
        return new GatewaySetup(setup.id(), setup.name(), setup.supplier(), setup.settings(), secrets, setup.use());
    }

    @ParameterizedTest
    @CsvSource({"port, 0", "port, 65536", "security, ssl", "from, nobody", "user, it"})
    void what_cannot_be_is_refused_when_it_is_set_up(String field, String value) {
        assertThat(Refusals.codeOf(() -> supplier(usual()).open(setup(25, Map.of(field, value), ""))))
                .isEqualTo("gateway.field-invalid");
    }

    private static SSLSocketFactory usual() {
        return (SSLSocketFactory) SSLSocketFactory.getDefault();
    }

    private static Supplier supplier(SSLSocketFactory trust) {
        var hosts = new OutboundHosts(Set.of("localhost", "127.0.0.1"));
        var clock = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
        return SmtpSupplier.all(new SmtpSupplier.Means(hosts, new Caller(hosts), trust, clock))
                .getFirst();
    }

    private static GatewaySetup setup(int port, Map<String, String> more, String password) {
        var settings = new TreeMap<>(
                Map.of("host", "localhost", "port", Integer.toString(port), "from", "IT <it@example.com>"));
        settings.putAll(more);
        Map<String, Secret> secrets = password.isEmpty() ? Map.of() : Map.of("password", new Secret(password));
        return new GatewaySetup(
                new Id<>(1), "mail", "smtp", settings, secrets, new GatewaySetup.Use(true, 0, List.of(), List.of(), 0));
    }

    private static Outcome send(SSLSocketFactory trust, GatewaySetup setup) {
        return supplier(trust).open(setup).send(letter());
    }

    private static Outgoing letter() {
        return new Outgoing(
                "0123456789abc",
                new Recipient(Channel.EMAIL, "ann@example.com", Optional.empty()),
                new Outgoing.Text("Ger\u00e4t & mehr", "Hello <Ann>,\n\nplease open\n" + LINK + ".", Optional.of(LINK)),
                "https://p.example.com/receipt/x/y");
    }
}
