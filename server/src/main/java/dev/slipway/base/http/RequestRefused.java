package dev.slipway.base.http;

/**
 * A request that got no further than this floor; carries its answer and, being an answer, no stack trace.
 */
final class RequestRefused extends RuntimeException {
    private final transient Problem problem;

    RequestRefused(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
