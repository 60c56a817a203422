package dev.slipway.door.gateway.http;

import dev.slipway.base.fleet.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a receipt, as Vonage makes it: of all other parameters by name, each as {@code &name=value} with
 * underscores for what would end one.
 */
record Signature(Method method, String secret) {
    /** How the supplier was told to sign. */
    enum Method {
        MD5HASH(""),
        MD5("HmacMD5"),
        SHA1("HmacSHA1"),
        SHA256("HmacSHA256"),
        SHA512("HmacSHA512");

        private final String mac;

        Method(String mac) {
            this.mac = mac;
        }

        /** Refuses {@code gateway.field-invalid}. */
        static Method of(String word) {
            return switch (word) {
                case "md5hash" -> MD5HASH;
                case "md5" -> MD5;
                case "sha1" -> SHA1;
                case "sha256" -> SHA256;
                case "sha512" -> SHA512;
                default ->
                    throw new Refusal(
                            "gateway.field-invalid", "signature_method takes md5hash, md5, sha1, sha256 or sha512.");
            };
        }
    }

    /** What receipts of a gateway are signed with; empty when it has no secret for that. */
    static Optional<Signature> of(HttpSpec.Signed signed, Values values) {
        Method method = Method.of(values.get(signed.method()));
        return Optional.of(values.get(signed.secret()))
                .filter(secret -> !secret.isEmpty())
                .map(secret -> new Signature(method, secret));
    }

    /** Whether the parameter {@code place} is the signature of the others; compared in constant time. */
    boolean isOf(Map<String, String> said, String place) {
        Map<String, String> others = new TreeMap<>(said);
        String told = Optional.ofNullable(others.remove(place)).orElse("");
        var text = new StringBuilder();
        others.forEach((name, value) -> text.append('&')
                .append(name)
                .append('=')
                .append(value.replace('&', '_').replace('=', '_')));
        return MessageDigest.isEqual(bytes(made(text.toString())), bytes(told.toLowerCase(Locale.ROOT)));
    }

    private String made(String text) {
        try {
            if (method == Method.MD5HASH) {
                return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes(text + secret)));
            }
            Mac mac = Mac.getInstance(method.mac);
            mac.init(new SecretKeySpec(bytes(secret), method.mac));
            return HexFormat.of().formatHex(mac.doFinal(bytes(text)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has these", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "signature by " + method;
    }
}
