package dev.slipway.bootloader.protocol.trust;

/** A signed document that is not believed: a stable code and what to do. Nothing is installed or sent after it. */
public final class TrustRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        /** No root of the list was made by the key that the message names. */
        ROOT_UNKNOWN_KEY("root.unknown-key", "This is not the server of the message. Ask who sent it for a new one."),
        /** A step of the chain lacks signatures of its predecessor or of itself. */
        ROOT_UNSIGNED("root.unsigned", "Ask the administrator to publish the root with the signatures it lacks."),
        /** A version is missing, repeated or out of order, or there are too many. */
        ROOT_VERSION("root.version", "Ask the administrator to publish every root version from the first on."),
        /** The list ends before a root that was already trusted, or holds other content under its version. */
        ROOT_OLDER("root.older", "The server was set back or is a false one. Ask the administrator."),
        /** The newest root is out of date, or the device's clock is wrong. */
        ROOT_EXPIRED("root.expired", "Check the clock of the device; else ask the administrator to renew the root."),
        /** No root document. */
        ROOT_MALFORMED("root.malformed", "Check that the address is that of a Slipway server."),
        /** The statement of TLS keys is not signed by the root's keys. */
        TLS_UNSIGNED("tls.unsigned", "Ask the administrator to sign the server's certificate anew."),
        /** The statement of TLS keys is out of date, or the device's clock is wrong. */
        TLS_EXPIRED("tls.expired", "Check the clock of the device; else ask the administrator to sign it anew."),
        /** No statement of TLS keys. */
        TLS_MALFORMED("tls.malformed", "Check that the address is that of a Slipway server."),
        /** A lower version than the one accepted last. */
        BUNDLE_OLDER("bundle.older", "The server was set back. Its administrator must raise the bundle's version."),
        /** Out of date, or the device's clock is wrong. */
        BUNDLE_EXPIRED("bundle.expired", "Check the clock of the device, then ask the server again."),
        /** Fewer valid signatures than the root asks for. */
        BUNDLE_UNSIGNED("bundle.unsigned", "The document was changed or not signed. Ask the server again."),
        /** Made for another device. */
        BUNDLE_OTHER_DEVICE("bundle.other-device", "Log on again, so that the server makes a bundle for this device."),
        /** Signed, but by no key of the role. */
        BUNDLE_WRONG_KEY("bundle.wrong-key", "Fetch the server's root again; else its keys were not rotated by it."),
        /** Names what the release key did not list with the same length, kind and hash. */
        BUNDLE_UNLISTED_ARTIFACT("bundle.unlisted-artifact", "Publish the release again with the release key."),
        /** No bundle document. */
        BUNDLE_MALFORMED("bundle.malformed", "Check that server and Bootloader speak the same protocol version."),
        /** The version accepted last, with another content. */
        BUNDLE_SAME_VERSION_OTHER_CONTENT(
                "bundle.same-version-other-content", "The server was set back. Raise the bundle's version.");

        private final String code;
        private final String remedy;

        Reason(String code, String remedy) {
            this.code = code;
            this.remedy = remedy;
        }

        /** The stable code, {@code room.reason}. */
        public String code() {
            return code;
        }

        /** A sentence that says what to do. */
        public String remedy() {
            return remedy;
        }
    }

    TrustRefused(Reason reason, String detail) {
        super(reason.code + ": " + detail + ". " + reason.remedy);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The stable code of the reason. */
    public String code() {
        return reason.code;
    }
}
