package dev.slipway.base.wire.sip;

/** The first line of a message (RFC 3261, sections 7.1 and 7.2). */
public sealed interface SipStart {
    /** The line as it is written. */
    String line();

    /** A method, and whom it is for. */
    record Request(String method, String uri) implements SipStart {
        @Override
        public String line() {
            return method + " " + uri + " " + SipMessage.VERSION;
        }
    }

    /** An answer: 100 to 699, and a word for people. */
    record Status(int code, String reason) implements SipStart {
        @Override
        public String line() {
            return SipMessage.VERSION + " " + code + " " + reason;
        }

        /** Whether another answer follows (RFC 3261, section 7.2). */
        public boolean isProvisional() {
            return code < 200;
        }
    }
}
