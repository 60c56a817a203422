package dev.slipway.door.relay.flow;

/** Where the line about each connection goes. Called on event loops, so it must not wait. */
public interface AccessLog {
    /** Nowhere. */
    AccessLog NONE = new AccessLog() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void line(String json) {
            // nobody wants it
        }
    };

    /** Whether lines are wanted; when not, none is made. */
    boolean isOn();

    /** One JSON object. No path, no query, no credentials: a lane, addresses, sums and a termination code. */
    void line(String json);
}
