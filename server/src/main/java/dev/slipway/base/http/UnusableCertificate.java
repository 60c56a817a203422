package dev.slipway.base.http;

/**
 * A certificate or key that cannot be used: stops the start with a stable code and a sentence that says what to do.
 */
public final class UnusableCertificate extends RuntimeException {
    private final String code;

    UnusableCertificate(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** {@code tls.certificate-unreadable}, {@code tls.key-unreadable}, {@code tls.key-mismatch} or
     * {@code tls.expired}. */
    public String code() {
        return code;
    }
}
