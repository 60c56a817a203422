package dev.slipway.bootloader.outcome;

/** Exit statuses, the same as those of the server's command line (DESIGN.md section 7). */
public enum Exit {
    OK(0),
    /** Our fault: a bug, or a machine that does not do what it promised. */
    FAULT(1),
    USAGE(2),
    NOT_FOUND(3),
    NOT_ALLOWED(4),
    CONFLICT(5),
    /** The input is invalid or a check failed; nothing was installed. */
    CHECK_FAILED(7),
    UNREACHABLE(8);

    private final int status;

    Exit(int status) {
        this.status = status;
    }

    /** The status of the process. */
    public int status() {
        return status;
    }
}
