package dev.slipway.admin.cli;

/** Exit codes (DESIGN section 7); scripts depend on them. */
final class Exit {
    static final int OK = 0;
    static final int FAULT = 1;
    static final int USAGE = 2;
    static final int NOT_FOUND = 3;
    static final int NOT_ALLOWED = 4;
    static final int CONFLICT = 5;
    static final int PARTLY = 6;
    static final int INVALID = 7;
    static final int UNREACHABLE = 8;

    private Exit() {}

    /** The code for what a server answered. */
    static int of(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 401, 403 -> NOT_ALLOWED;
            case 409, 412 -> CONFLICT;
            default -> status >= 500 ? FAULT : INVALID;
        };
    }
}
