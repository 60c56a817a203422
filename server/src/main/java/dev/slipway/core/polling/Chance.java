package dev.slipway.core.polling;

/** Where the draws of one device come from: its identity, or in a simulation a generator. */
@FunctionalInterface
interface Chance {
    /** A whole number from 0 to {@code bound - 1}; draws of different purposes are independent. */
    long below(String purpose, long bound);
}
