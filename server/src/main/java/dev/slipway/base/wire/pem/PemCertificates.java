package dev.slipway.base.wire.pem;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One certificate or several (RFC 7468, section 5).
 *
 * @param bodies each in base64, in one line, without the lines around it
 */
public record PemCertificates(List<String> bodies) {
    private static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final Pattern BLOCK = Pattern.compile("\\s*+" + BEGIN + "([A-Za-z0-9+/=\\s]*+)" + END + "\\s*+");

    /** RFC 7468, section 2. */
    private static final int LINE = 64;

    public PemCertificates {
        bodies = List.copyOf(bodies);
    }

    /** Those of a text; empty when it holds none, one that cannot be read, or anything else beside them. */
    public static Optional<PemCertificates> read(String text) {
        List<String> bodies = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!block.region(at, text.length()).lookingAt() || !isCertificate(bare(block.group(1)))) {
                return Optional.empty();
            }
            bodies.add(bare(block.group(1)));
            at = block.end();
        }
        return bodies.isEmpty() ? Optional.empty() : Optional.of(new PemCertificates(bodies));
    }

    private static String bare(String body) {
        return body.replaceAll("\\s", "");
    }

    private static boolean isCertificate(String body) {
        try {
            byte[] der = Base64.getDecoder().decode(body);
            return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)) != null;
        } catch (IllegalArgumentException | CertificateException other) {
            return false;
        }
    }

    /** The same certificates give the same text, however they were entered. */
    public String text() {
        var text = new StringBuilder();
        for (String body : bodies) {
            text.append(BEGIN).append('\n');
            for (int at = 0; at < body.length(); at += LINE) {
                text.append(body, at, Math.min(at + LINE, body.length())).append('\n');
            }
            text.append(END).append('\n');
        }
        return text.toString();
    }
}
