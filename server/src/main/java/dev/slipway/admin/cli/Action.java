package dev.slipway.admin.cli;

/** What a command does; answers its exit code. */
@FunctionalInterface
interface Action {
    int run(Session session);
}
