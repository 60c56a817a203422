package dev.slipway.core.polling;

/** The normal distribution, as far as forecasts need it. */
final class Normal {
    private static final double ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

    private Normal() {}

    /**
     * Probability of the fullest second that begins or ends at the mean: Phi(1/sigma) - 1/2. By Abramowitz and Stegun,
     * Handbook of Mathematical Functions, 26.2.17; the error is below 7.5e-8.
     *
     * @param sigma standard deviation in seconds, above 0
     */
    static double secondBesideMean(double sigma) {
        double x = 1 / sigma;
        double t = 1 / (1 + 0.2316419 * x);
        double tail = t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return 0.5 - tail * Math.exp(-x * x / 2) / ROOT_TWO_PI;
    }

    /** Density at the mean: share of a herd in its fullest second when it is spread by far more than one. */
    static double fullestSecond(double sigma) {
        return 1 / (sigma * ROOT_TWO_PI);
    }
}
