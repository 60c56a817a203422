package dev.slipway.door.gateway.smpp;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.GatewayFields;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Supplier;
import dev.slipway.door.gateway.http.OutboundHosts;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;

/** Short messages by any center that speaks SMPP 3.4. */
public final class SmppSupplier implements Supplier {
    private static final int SYSTEM_ID_MAX = 15;
    private static final int PASSWORD_MAX = 8;

    private final Means means;

    /**
     * What gateways work with.
     *
     * @param trust makes the sockets of TLS
     */
    public record Means(OutboundHosts hosts, SSLSocketFactory trust, InstantSource clock) {}

    /** Centers at places that {@code means} allow. */
    public SmppSupplier(Means means) {
        this.means = means;
    }

    @Override
    public String name() {
        return "smpp";
    }

    @Override
    public String about() {
        return "Short messages by SMPP 3.4, to a message center itself.";
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("host", true, false, "", "Name of the center."),
                new Field("port", false, false, "2775", "Its port: 2775, or 3550 with tls, mostly."),
                new Field("security", false, false, "none", "tls, or none in a network you trust."),
                new Field("system_id", true, false, "", "Who logs on, at most 15 characters."),
                new Field("password", true, true, "", "Its password, at most 8 characters."),
                new Field("system_type", false, false, "", "As the center wants it; mostly left out."),
                new Field("from", false, false, "", "Sender: +41790000000, or at most 11 letters and digits."));
    }

    @Override
    public Carries carries(GatewaySetup setup) {
        return Carries.EVERYTHING;
    }

    @Override
    public MessageGateway open(GatewaySetup setup) {
        return open(setup, receipt -> true);
    }

    @Override
    public MessageGateway open(GatewaySetup setup, Predicate<Receipt> receipts) {
        GatewayFields told = told(setup);
        Secret password = told.secret("password").orElse(new Secret(""));
        String systemId = told.text("system_id");
        String source = told.text("from");
        if (systemId.length() > SYSTEM_ID_MAX || password.reveal().length() > PASSWORD_MAX) {
            throw new Refusal("gateway.field-invalid", "system_id has at most 15 characters and password at most 8.");
        }
        if (!source.matches("|\\+[1-9][0-9]{6,14}|[A-Za-z0-9 ._-]{1,11}")) {
            throw new Refusal(
                    "gateway.field-invalid", "from reads +41790000000, or has at most 11 letters and digits.");
        }
        var server = new SmppServer(
                new SmppServer.Endpoint(told.text("host"), told.port()),
                isTls(told.text("security")),
                systemId,
                password,
                told.text("system_type"),
                source);
        return new SmppGateway(server, means, receipts);
    }

    @Override
    public Optional<Receipt> receipt(GatewaySetup setup, Map<String, String> said, Instant at) {
        return Optional.empty();
    }

    @Override
    public Optional<String> warning(GatewaySetup setup) {
        return isTls(told(setup).text("security"))
                ? Optional.empty()
                : Optional.of("Messages, the links in them and the password travel in clear.");
    }

    private GatewayFields told(GatewaySetup setup) {
        return new GatewayFields(setup, fields());
    }

    private static boolean isTls(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "tls" -> true;
            case "none" -> false;
            default -> throw new Refusal("gateway.field-invalid", "security takes tls or none.");
        };
    }
}
