package dev.slipway.house;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the uses that lie on a circle of packages. */
final class Cycles {
    private Cycles() {}

    /**
     * Peels off, again and again, the packages that name nobody who is left or whom nobody who is left names. What
     * stays are the circles and the ways between them.
     */
    static Stream<Use> among(Set<Use> uses) {
        Set<Use> left = new HashSet<>(uses);
        int before;
        do {
            before = left.size();
            var namers = left.stream().map(Use::from).collect(Collectors.toSet());
            var named = left.stream().map(Use::to).collect(Collectors.toSet());
            left.removeIf(use -> !namers.contains(use.to()) || !named.contains(use.from()));
        } while (left.size() < before);
        return left.stream().sorted(Comparator.comparing(Use::path).thenComparing(Use::line));
    }
}
