package dev.slipway.core.settings.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.core.settings.merge.Layer.Level;
import dev.slipway.core.settings.merge.Trace.Beaten;
import dev.slipway.core.settings.merge.Trace.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MergePropertyTest {
    /** Few values of everything, so that ties are common. */
    @Provide
    Arbitrary<List<Candidate<Word>>> candidates() {
        Arbitrary<Layer> layers = Combinators.combine(
                        Arbitraries.of(Level.class), Arbitraries.integers().between(0, 2))
                .as((level, depth) -> new Layer(level, Layer.of(level).isOfGroups() ? depth : 0));
        Arbitrary<Word> words = Combinators.combine(
                        Arbitraries.of("a", "b"), Arbitraries.of(Origin.class), Arbitraries.of(false, false, true))
                .as(Word::new);
        Arbitrary<Standing> standings = Combinators.combine(
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(false, false, true),
                        Arbitraries.longs().between(0, 2))
                .as(Standing::new);
        Arbitrary<Candidate<Word>> one = Combinators.combine(
                        layers, standings, Arbitraries.integers().between(0, 1), words)
                .as((layer, standing, position, word) ->
                        new Candidate<>(layer, standing.assignment(layer), position, word));
        return one.list().ofMinSize(1).ofMaxSize(12).uniqueElements(MergePropertyTest::place);
    }

    @Property(tries = 1000, seed = "42")
    void the_order_of_the_input_is_of_no_matter(
            @ForAll("candidates") List<Candidate<Word>> candidates, @ForAll Random random) {
        List<Candidate<Word>> shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, random);
        assertThat(Merge.decide(shuffled)).isEqualTo(Merge.decide(candidates));
    }

    @Property(tries = 1000, seed = "42")
    void every_candidate_stands_exactly_once_in_the_trace(@ForAll("candidates") List<Candidate<Word>> candidates) {
        Trace<Word> trace = Merge.decide(candidates);
        List<Candidate<Word>> told = Stream.concat(
                        Stream.of(trace.winner()), trace.beaten().stream().map(Beaten::candidate))
                .toList();
        assertThat(told).containsExactlyInAnyOrderElementsOf(candidates).doesNotHaveDuplicates();
    }

    @Property(tries = 1000, seed = "42")
    void in_its_layer_nothing_of_higher_rank_and_nothing_newer_of_equal_rank_loses(
            @ForAll("candidates") List<Candidate<Word>> candidates) {
        Candidate<Word> winner = Merge.decide(candidates).winner();
        assertThat(candidates)
                .filteredOn(other -> other.layer().equals(winner.layer()))
                .allSatisfy(other -> {
                    int rank = Integer.compare(
                            other.assignment().rank(), winner.assignment().rank());
                    assertThat(rank).isNotPositive();
                    if (rank == 0) {
                        assertThat(other.assignment().assigned())
                                .isBeforeOrEqualTo(winner.assignment().assigned());
                    }
                });
    }

    @Property(tries = 1000, seed = "42")
    void without_a_final_one_the_strongest_layer_wins(@ForAll("candidates") List<Candidate<Word>> candidates) {
        List<Candidate<Word>> open =
                candidates.stream().map(MergePropertyTest::open).toList();
        Layer strongest =
                open.stream().map(Candidate::layer).max(Layer::compareTo).orElseThrow();
        assertThat(Merge.decide(open).winner().layer()).isEqualTo(strongest);
    }

    @Property(tries = 1000, seed = "42")
    void nothing_added_in_a_stronger_layer_changes_a_final_value(
            @ForAll("candidates") List<Candidate<Word>> candidates, @ForAll("candidates") List<Candidate<Word>> more) {
        Candidate<Word> winner = Merge.decide(candidates).winner();
        if (!winner.assignment().isFinal()) {
            return;
        }
        List<Candidate<Word>> all = new ArrayList<>(candidates);
        Set<List<Object>> places =
                new HashSet<>(candidates.stream().map(MergePropertyTest::place).toList());
        more.stream()
                .filter(other -> other.layer().compareTo(winner.layer()) > 0)
                .filter(other -> places.add(place(other)))
                .forEach(all::add);
        assertThat(Merge.decide(all).winner()).isEqualTo(winner);
    }

    @Property(tries = 1000, seed = "42")
    void only_a_final_winner_is_below_the_strongest_layer(@ForAll("candidates") List<Candidate<Word>> candidates) {
        Trace<Word> trace = Merge.decide(candidates);
        assertThat(trace.beaten()).allSatisfy(beaten -> {
            int order = beaten.candidate().layer().compareTo(trace.winner().layer());
            assertThat(beaten.reason() == Reason.FINAL).isEqualTo(order > 0);
            if (order > 0) {
                assertThat(trace.winner().assignment().isFinal()).isTrue();
            }
        });
    }

    @Property(tries = 1000, seed = "42")
    void what_an_unmanaged_winner_beats_in_weaker_layers_says_so(
            @ForAll("candidates") List<Candidate<Word>> candidates) {
        Trace<Word> trace = Merge.decide(candidates);
        boolean stops = trace.winner().given().stopsInheritance();
        assertThat(trace.beaten())
                .filteredOn(beaten ->
                        beaten.candidate().layer().compareTo(trace.winner().layer()) < 0)
                .allSatisfy(beaten ->
                        assertThat(beaten.reason()).isEqualTo(stops ? Reason.UNMANAGED : Reason.STRONGER_LAYER));
    }

    @Property(tries = 1000, seed = "42")
    void joining_keeps_every_candidate_once_and_lets_the_native_key_win_its_layer(
            @ForAll("candidates") List<Candidate<Word>> neutral, @ForAll("candidates") List<Candidate<Word>> own) {
        Trace<Word> ofNeutral = Merge.decide(neutral);
        Trace<Word> ofOwn = Merge.decide(own);
        Trace<Word> joined = Merge.join(ofNeutral, ofOwn);
        assertThat(joined.beaten()).hasSize(neutral.size() + own.size() - 1);
        assertThat(joined.winner()).isIn(ofNeutral.winner(), ofOwn.winner());
        if (ofNeutral.winner().layer().equals(ofOwn.winner().layer())) {
            assertThat(joined.winner()).isEqualTo(ofOwn.winner());
        }
    }

    private static List<Object> place(Candidate<Word> candidate) {
        return List.of(candidate.layer(), candidate.assignment().id(), candidate.position());
    }

    private static Candidate<Word> open(Candidate<Word> candidate) {
        Assignment was = candidate.assignment();
        Assignment open = new Assignment(was.id(), was.placed(), was.place(), was.rank(), false, was.assigned());
        return new Candidate<>(candidate.layer(), open, candidate.position(), candidate.given());
    }

    private record Standing(long id, int rank, boolean isFinal, long age) {
        Assignment assignment(Layer layer) {
            Place place = layer.isOfGroups() ? new Place.OfGroup(new Id<>(id)) : new Place.Everyone();
            Instant assigned = Instant.ofEpochSecond(age);
            long unique = id + 10L * (layer.level().ordinal() * 3L + layer.depth());
            return new Assignment(new Id<>(unique), new Placed.OfProfile(new Id<>(1)), place, rank, isFinal, assigned);
        }
    }
}
