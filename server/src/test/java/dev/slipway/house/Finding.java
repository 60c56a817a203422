package dev.slipway.house;

/**
 * One place where a rule of the house is broken.
 *
 * @param file path below the root of the repository, or the name of a module
 * @param line counted from 1
 * @param wrong what stands there
 * @param instead what to do about it
 */
record Finding(String file, long line, String wrong, String instead) {
    @Override
    public String toString() {
        return "%n%s:%d: %s; %s".formatted(file, line, wrong, instead);
    }
}
