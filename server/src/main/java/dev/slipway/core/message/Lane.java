package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.GatewaySetup;
import java.time.Instant;

/** A gateway at work on this server: how much it may still take, and whether it works. */
final class Lane {
    /** Messages at once at one gateway: 64 with 20 ms each are 3,200 a second. */
    static final int IN_FLIGHT_MAX = 64;

    private final GatewaySetup setup;
    private final MessageGateway gateway;
    private final Breaker breaker = new Breaker();
    private final Allowance allowance;
    private int inFlight;
    private boolean retired;

    Lane(GatewaySetup setup, MessageGateway gateway, Instant now) {
        this.setup = setup;
        this.gateway = gateway;
        this.allowance = new Allowance(setup.use().perSecond(), now);
    }

    GatewaySetup setup() {
        return setup;
    }

    MessageGateway gateway() {
        return gateway;
    }

    Breaker breaker() {
        return breaker;
    }

    /** How many messages it may take at {@code now}. */
    synchronized int room(Instant now) {
        if (breaker.isOpen(now)) {
            return 0;
        }
        int most = breaker.isTrying(now) ? 1 : IN_FLIGHT_MAX;
        return Math.max(0, Math.min(most - inFlight, allowance.left(now)));
    }

    /** So many begin. */
    synchronized void enter(int count) {
        inFlight += count;
        allowance.take(count);
    }

    /** One begins if there is room. */
    synchronized boolean tryEnter(Instant now) {
        boolean room = room(now) > 0;
        if (room) {
            enter(1);
        }
        return room;
    }

    /** So many are done. */
    synchronized void leave(int count) {
        inFlight -= count;
        closeWhenDone();
    }

    /** It begins no more; the last message that is on its way closes the gateway. */
    synchronized void retire() {
        retired = true;
        closeWhenDone();
    }

    private void closeWhenDone() {
        if (retired && inFlight == 0) {
            gateway.close();
        }
    }
}
