package dev.slipway.door.gateway.smtp;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.GatewayFields;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Supplier;
import dev.slipway.door.gateway.http.Caller;
import dev.slipway.door.gateway.http.OutboundHosts;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/** E-mail by a server that speaks SMTP. */
public final class SmtpSupplier implements Supplier {
    private final Preset preset;
    private final Means means;

    /** What a server is called, and what its gateways need not be told. */
    private record Preset(String name, String about, String host, String tokenUrl) {}

    /**
     * What gateways work with.
     *
     * @param caller asks for tokens
     * @param trust makes the sockets of TLS
     */
    public record Means(OutboundHosts hosts, Caller caller, SSLSocketFactory trust, InstantSource clock) {}

    private SmtpSupplier(Preset preset, Means means) {
        this.preset = preset;
        this.means = means;
    }

    /** Any server, and those whose place is known. */
    public static List<Supplier> all(Means means) {
        return List.of(
                new SmtpSupplier(new Preset("smtp", "E-mail by any SMTP server.", "", ""), means),
                new SmtpSupplier(
                        new Preset(
                                "gmail",
                                "E-mail by Gmail, by an app password or a token.",
                                "smtp.gmail.com",
                                "https://oauth2.googleapis.com/token"),
                        means));
    }

    @Override
    public String name() {
        return preset.name();
    }

    @Override
    public String about() {
        return preset.about();
    }

    @Override
    public Channel channel() {
        return Channel.EMAIL;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("host", preset.host().isEmpty(), false, preset.host(), "Name of the server."),
                new Field("port", false, false, "587", "Its port: 587 for starttls, 465 for tls, mostly."),
                new Field("security", false, false, "starttls", "starttls, tls, or none in a network you trust."),
                new Field("user", !preset.host().isEmpty(), false, "", "User to log on; none logs on nobody."),
                new Field("password", false, true, "", "Its password."),
                new Field("token", false, true, "", "An access token for XOAUTH2, in place of a password."),
                new Field("client_id", false, false, "", "Client that gets such tokens itself."),
                new Field("client_secret", false, true, "", "Its secret."),
                new Field("token_url", false, false, preset.tokenUrl(), "Where it gets them."),
                new Field("scope", false, false, "", "What they are for, if that must be said."),
                new Field("refresh_token", false, true, "", "What it gets them with; else its secret is enough."),
                new Field("from", true, false, "", "Sender, such as \"IT <it@example.com>\"."));
    }

    @Override
    public Carries carries(GatewaySetup setup) {
        return Carries.LETTERS;
    }

    @Override
    public MessageGateway open(GatewaySetup setup) {
        GatewayFields told = told(setup);
        var server = new SmtpServer(
                told.text("host"), told.port(), security(told.text("security")), MailLogin.of(told, means));
        if (server.security() == Security.NONE && !server.login().isNobody()) {
            throw new Refusal(
                    "gateway.field-invalid", "A password or token is never sent in clear: use starttls or tls.");
        }
        return new SmtpGateway(server, from(told.text("from")), means);
    }

    @Override
    public Optional<Receipt> receipt(GatewaySetup setup, Map<String, String> said, Instant at) {
        return Optional.empty();
    }

    @Override
    public Optional<String> warning(GatewaySetup setup) {
        return security(told(setup).text("security")) == Security.NONE
                ? Optional.of("Messages and the links in them travel in clear.")
                : Optional.empty();
    }

    private GatewayFields told(GatewaySetup setup) {
        return new GatewayFields(setup, fields());
    }

    private static Security security(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            case "none" -> Security.NONE;
            default -> throw new Refusal("gateway.field-invalid", "security takes starttls, tls or none.");
        };
    }

    private static InternetAddress from(String text) {
        try {
            var address = new InternetAddress(text, true);
            address.validate();
            return address;
        } catch (AddressException malformed) {
            throw new Refusal("gateway.field-invalid", "from reads it@example.com, or \"IT <it@example.com>\".");
        }
    }
}
