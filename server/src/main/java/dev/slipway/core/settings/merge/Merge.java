package dev.slipway.core.settings.merge;

import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.core.settings.merge.Trace.Beaten;
import dev.slipway.core.settings.merge.Trace.Conflict;
import dev.slipway.core.settings.merge.Trace.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Decides between candidates (DESIGN section 5, Layers).
 *
 * <p>Each layer has one winner: the higher rank, then the newer assignment, then the larger id. Among those of the
 * layers the strongest wins, unless one is final: then the weakest that is final does. So an assignment that is final
 * but beaten inside its own layer binds nobody.
 */
public final class Merge {
    private Merge() {}

    /** The decision between one or more candidates for the same key or application. */
    public static <T extends Given> Trace<T> decide(Collection<Candidate<T>> candidates) {
        List<Candidate<T>> strongestFirst = new ArrayList<>(candidates);
        strongestFirst.sort(Candidate.STRENGTH.reversed());
        Candidate<T> winner = winner(strongestFirst);
        strongestFirst.remove(winner);
        List<Beaten<T>> beaten = strongestFirst.stream()
                .map(other -> new Beaten<>(other, reason(winner, other)))
                .toList();
        return new Trace<>(winner, beaten, conflicts(winner, strongestFirst));
    }

    /**
     * Joins the decision about a neutral key with the one about the native key that does the same: of the two winners
     * the native one counts in the same layer, otherwise the layers decide as ever.
     */
    public static <T extends Given> Trace<T> join(Trace<T> neutral, Trace<T> own) {
        boolean ownWins = ownWins(neutral.winner(), own.winner());
        Trace<T> winning = ownWins ? own : neutral;
        Trace<T> losing = ownWins ? neutral : own;
        Candidate<T> loser = losing.winner();
        Reason reason =
                loser.layer().equals(winning.winner().layer()) ? Reason.NATIVE : acrossLayers(winning.winner(), loser);
        List<Beaten<T>> beaten = new ArrayList<>(winning.beaten());
        beaten.add(new Beaten<>(loser, reason));
        beaten.addAll(losing.beaten());
        return new Trace<>(winning.winner(), beaten, winning.conflicts());
    }

    private static <T extends Given> boolean ownWins(Candidate<T> neutral, Candidate<T> own) {
        int order = own.layer().compareTo(neutral.layer());
        if (order == 0) {
            return true;
        }
        Candidate<T> weaker = order < 0 ? own : neutral;
        boolean weakerWins = weaker.assignment().isFinal();
        return weakerWins == (order < 0);
    }

    private static <T extends Given> Candidate<T> winner(List<Candidate<T>> strongestFirst) {
        Candidate<T> winner = strongestFirst.getFirst();
        Candidate<T> above = winner;
        for (Candidate<T> candidate : strongestFirst.subList(1, strongestFirst.size())) {
            boolean winsItsLayer = !candidate.layer().equals(above.layer());
            if (winsItsLayer && candidate.assignment().isFinal()) {
                winner = candidate;
            }
            above = candidate;
        }
        return winner;
    }

    private static <T extends Given> Reason reason(Candidate<T> winner, Candidate<T> other) {
        if (!winner.layer().equals(other.layer())) {
            return acrossLayers(winner, other);
        }
        Assignment strong = winner.assignment();
        Assignment weak = other.assignment();
        if (strong.rank() != weak.rank()) {
            return Reason.RANK;
        }
        if (!strong.assigned().equals(weak.assigned())) {
            return Reason.OLDER;
        }
        return strong.id().equals(weak.id()) ? Reason.EARLIER : Reason.ID;
    }

    private static <T extends Given> Reason acrossLayers(Candidate<T> winner, Candidate<T> other) {
        if (other.layer().compareTo(winner.layer()) > 0) {
            return Reason.FINAL;
        }
        return winner.given().stopsInheritance() ? Reason.UNMANAGED : Reason.STRONGER_LAYER;
    }

    private static <T extends Given> List<Conflict<T>> conflicts(Candidate<T> winner, List<Candidate<T>> others) {
        List<Conflict<T>> conflicts = new ArrayList<>();
        for (Candidate<T> other : others) {
            if (winner.given().isSameAs(other.given())) {
                continue;
            }
            if (isUndecided(winner, other)) {
                conflicts.add(new Conflict<>(other, Conflict.Kind.SIBLING_GROUPS));
            } else if (winner.given().origin() != other.given().origin()) {
                conflicts.add(new Conflict<>(other, Conflict.Kind.ORIGINS));
            }
        }
        return Collections.unmodifiableList(conflicts);
    }

    private static boolean isUndecided(Candidate<?> winner, Candidate<?> other) {
        return winner.layer().isOfGroups()
                && winner.layer().equals(other.layer())
                && winner.assignment().rank() == other.assignment().rank()
                && !winner.assignment().place().equals(other.assignment().place());
    }
}
