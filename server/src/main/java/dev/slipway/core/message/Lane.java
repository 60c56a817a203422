package dev.slipway.core.message;

import dev.slipway.base.fleet.messages.GatewaySetup;
import java.time.Instant;
import java.util.concurrent.Semaphore;

/** A gateway at work on this server: how much it may still take, and whether it works. */
final class Lane {
    /** Messages at once at one gateway: 64 with 20 ms each are 3,200 a second. */
    private static final int AT_ONCE_MAX = 64;

    /**
     * Half of them wait for a place, so that the gateway is busy while the next ones are claimed. Who waits does so for
     * one message before it, at most {@link MessageGateway#SEND_WITHIN}.
     */
    private static final int HELD_MAX = 2 * AT_ONCE_MAX;

    /** So many are claimed together: a transaction for each message would cost more than the message. */
    private static final int TOGETHER = AT_ONCE_MAX;

    private final GatewaySetup setup;
    private final MessageGateway gateway;
    private final Breaker breaker = new Breaker();
    private final Allowance allowance;
    private final Semaphore places = new Semaphore(AT_ONCE_MAX);
    private int held;
    private boolean retired;

    Lane(GatewaySetup setup, MessageGateway gateway, Instant now) {
        this.setup = setup;
        this.gateway = gateway;
        this.allowance = new Allowance(setup.use().perSecond(), now);
    }

    GatewaySetup setup() {
        return setup;
    }

    /** Whether the gateway sends a message once, however often it is given it. */
    boolean knowsRepeats() {
        return gateway.knowsRepeats();
    }

    /** Gives it to the gateway as soon as there is a place. */
    Outcome send(Outgoing message) {
        places.acquireUninterruptibly();
        try {
            return gateway.send(message);
        } finally {
            places.release();
        }
    }

    Breaker breaker() {
        return breaker;
    }

    /** How many messages it may take at {@code now}. */
    synchronized int room(Instant now) {
        if (breaker.isOpen(now)) {
            return 0;
        }
        int most = breaker.isTrying(now) ? 1 : HELD_MAX;
        return Math.max(0, Math.min(most - held, allowance.left(now)));
    }

    /** How many to claim at {@code now}: none while it is busy and has only a few places. */
    synchronized int claimable(Instant now) {
        return held == 0 || HELD_MAX - held >= TOGETHER ? room(now) : 0;
    }

    /** So many begin. */
    synchronized void enter(int count) {
        held += count;
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

    /** One is done; whether it is time to claim the next ones. */
    synchronized boolean leave() {
        held--;
        closeWhenDone();
        return held == 0 || (HELD_MAX - held) % TOGETHER == 0;
    }

    /** It begins no more; the last message that is on its way closes the gateway. */
    synchronized void retire() {
        retired = true;
        closeWhenDone();
    }

    private void closeWhenDone() {
        if (retired && held == 0) {
            gateway.close();
        }
    }
}
