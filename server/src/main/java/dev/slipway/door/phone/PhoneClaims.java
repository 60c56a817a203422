package dev.slipway.door.phone;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.http.clients.ClientCertificate;
import dev.slipway.base.http.clients.Remote;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.Source;
import dev.slipway.door.phone.recognition.UserAgents;
import dev.slipway.door.phone.recognition.UserAgents.Recognized;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Step one, identify: what a phone claims by its request. */
final class PhoneClaims {
    /** The name of a program: everything before its version, and nothing that differs between two of a kind. */
    private static final Pattern PROGRAM = Pattern.compile("^[A-Za-z][A-Za-z .-]{0,40}");

    /** What user agents came to, which a phone says the same each time. */
    private static final int RECOGNIZED_MAX = 10_000;

    private final Cache<String, Recognized> recognized =
            Caffeine.newBuilder().maximumSize(RECOGNIZED_MAX).build();
    private final UserAgents agents;

    PhoneClaims(UserAgents agents) {
        this.agents = agents;
    }

    Claim of(HttpServerRequest request) {
        String userAgent = userAgent(request);
        HostAndPort authority = request.authority();
        var source = new Source(
                Remote.address(request),
                userAgent,
                Remote.isOverTls(request),
                authority == null ? "" : authority.host());
        Recognized said = recognized.get(cut(userAgent), agents::recognize);
        Map<String, String> fields = new HashMap<>();
        fields.put("maker", said.maker());
        fields.put("model", said.model());
        fields.put("firmware", said.firmware());
        fields.put("program", program(userAgent));
        fields.put("makers", String.join(", ", said.makers()));
        var certificate = PhoneCertificate.of(ClientCertificate.of(request));
        fields.put("certificate", certificate.sha256());
        fields.put("certificate_mac", certificate.mac());
        fields.put("certificate_words", certificate.words());
        List<DeviceIdentifier> identifiers =
                said.mac().isEmpty() ? List.of() : List.of(new DeviceIdentifier("mac", said.mac()));
        return new Claim(source, fields, identifiers);
    }

    private static String program(String userAgent) {
        var matcher = PROGRAM.matcher(userAgent);
        return matcher.find() ? matcher.group().strip() : "";
    }

    /** Never longer than what is looked at. */
    private static String cut(String userAgent) {
        return userAgent.substring(0, Math.min(userAgent.length(), UserAgents.LENGTH_MAX));
    }

    /** How the program calls itself; empty when it does not. */
    static String userAgent(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
    }

    /** SHA-256 of the certificate by which its caller proves something; empty when none. */
    static String certificate(HttpServerRequest request) {
        return PhoneCertificate.of(ClientCertificate.of(request)).sha256();
    }
}
