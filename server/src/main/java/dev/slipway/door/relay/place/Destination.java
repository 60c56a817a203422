package dev.slipway.door.relay.place;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.time.Duration;

/** Where connections are led. Two requests of one connection with the same destination share a leg. */
public interface Destination {
    /** For access lines and metrics. */
    String word();

    /** How long nothing may pass before a connection that leads here is ended. */
    Duration idle();

    /**
     * Makes a connection for a caller; the outcome is told once, on {@code loop}.
     *
     * @param loop of the accepted connection
     * @param opening what it says of itself where a header can carry it
     */
    void dial(Caller caller, Opened opening, EventLoop loop, Outcome outcome);

    /**
     * What is known of the connection besides its caller.
     *
     * @param serverName of its ClientHello; empty when there was none
     * @param overTls whether this relay ended its TLS
     */
    record Opened(String serverName, boolean overTls) {}

    /** What became of a dial. */
    interface Outcome {
        /** It stands; nothing is read from it before somebody asks. */
        void connected(Channel channel);

        /** No backend could be reached; the caller is told what a device may be told. */
        void failed(Failure failure);
    }

    /** Why there is no connection. */
    enum Failure {
        /** None of its backends takes connections, or its site is away, which looks like an unknown one. */
        UNREACHABLE,
        /** There is nothing for it here. */
        NOWHERE
    }
}
