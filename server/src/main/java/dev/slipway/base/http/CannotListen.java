package dev.slipway.base.http;

/** An address at which this process cannot listen: it stops the start, with a code and what the system said. */
public final class CannotListen extends RuntimeException {
    private final boolean inUse;

    CannotListen(String host, int port, Throwable cause) {
        super("cannot listen on %s port %d: %s".formatted(host, port, cause.getMessage()), cause);
        this.inUse = String.valueOf(cause.getMessage()).contains("already in use");
    }

    /** Whether another listener has the port; else the address is not of this machine, or the port needs rights. */
    public boolean inUse() {
        return inUse;
    }
}
