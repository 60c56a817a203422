package dev.slipway.core.settings.merge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.core.settings.merge.Layer.Level;
import dev.slipway.core.settings.merge.Trace.Beaten;
import dev.slipway.core.settings.merge.Trace.Conflict;
import dev.slipway.core.settings.merge.Trace.Reason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MergeTest {
    private static final Layer EVERYONE = Layer.of(Level.EVERYONE);
    private static final Layer TYPE = Layer.of(Level.DEVICE_TYPE);
    private static final Layer DEVICE = Layer.of(Level.DEVICE);
    private static final Layer GROUPS = new Layer(Level.USER_GROUP, 1);

    /** Of the assignment made last: a later one has a larger id. */
    private long id;

    @Test
    void the_levels_stand_in_the_order_of_the_design() {
        assertThat(List.of(
                        EVERYONE,
                        TYPE,
                        new Layer(Level.USER_GROUP, 0),
                        GROUPS,
                        new Layer(Level.DEVICE_GROUP, 0),
                        Layer.of(Level.USER),
                        Layer.of(Level.ACCOUNT),
                        DEVICE))
                .isSorted();
    }

    @Test
    void a_trace_names_the_winner_and_what_it_beat_and_why() {
        var weak = candidate(EVERYONE, 9, false, 9, Word.of("weak"));
        var low = candidate(DEVICE, 0, false, 9, Word.of("low"));
        var old = candidate(DEVICE, 1, false, 1, Word.of("old"));
        var twin = candidate(DEVICE, 1, false, 2, Word.of("twin"));
        var winner = candidate(DEVICE, 1, false, 2, Word.of("winner"));
        Trace<Word> trace = Merge.decide(List.of(weak, low, old, twin, winner));
        assertThat(trace.winner()).isEqualTo(winner);
        assertThat(trace.beaten())
                .containsExactly(
                        new Beaten<>(twin, Reason.ID),
                        new Beaten<>(old, Reason.OLDER),
                        new Beaten<>(low, Reason.RANK),
                        new Beaten<>(weak, Reason.STRONGER_LAYER));
    }

    @Test
    void the_weakest_final_layer_wins_over_stronger_ones_final_or_not() {
        var below = candidate(EVERYONE, 0, false, 1, Word.of("below"));
        var first = candidate(TYPE, 0, true, 1, Word.of("first"));
        var second = candidate(GROUPS, 9, true, 1, Word.of("second"));
        var above = candidate(DEVICE, 9, false, 1, Word.of("above"));
        Trace<Word> trace = Merge.decide(List.of(above, below, second, first));
        assertThat(trace.winner()).isEqualTo(first);
        assertThat(trace.beaten())
                .containsExactly(
                        new Beaten<>(above, Reason.FINAL),
                        new Beaten<>(second, Reason.FINAL),
                        new Beaten<>(below, Reason.STRONGER_LAYER));
    }

    @Test
    void one_that_is_final_but_beaten_in_its_layer_binds_nobody() {
        var beaten = candidate(TYPE, 0, true, 9, Word.of("beaten"));
        var higher = candidate(TYPE, 1, false, 1, Word.of("higher"));
        var above = candidate(DEVICE, 0, false, 1, Word.of("above"));
        assertThat(Merge.decide(List.of(beaten, higher, above)).winner()).isEqualTo(above);
    }

    @Test
    void a_later_line_of_the_same_profile_wins() {
        Assignment one = assignment(TYPE, 0, false, 1);
        var later = new Candidate<>(TYPE, one, 7, Word.of("later"));
        var earlier = new Candidate<>(TYPE, one, 2, Word.of("earlier"));
        Trace<Word> trace = Merge.decide(List.of(later, earlier));
        assertThat(trace.winner()).isEqualTo(later);
        assertThat(trace.beaten()).containsExactly(new Beaten<>(earlier, Reason.EARLIER));
    }

    @Test
    void equal_rank_in_sibling_groups_is_a_conflict_unless_they_say_the_same() {
        var newer = candidate(GROUPS, 1, false, 2, Word.of("on"));
        var older = candidate(GROUPS, 1, false, 1, Word.of("off"));
        var agreeing = candidate(GROUPS, 1, false, 1, Word.of("on"));
        var lower = candidate(GROUPS, 0, false, 1, Word.of("off"));
        assertThat(Merge.decide(List.of(newer, older, agreeing, lower)).conflicts())
                .containsExactly(new Conflict<>(older, Conflict.Kind.SIBLING_GROUPS));
    }

    @Test
    void different_values_of_different_origins_are_a_conflict() {
        var own = candidate(DEVICE, 0, false, 1, Word.of("on"));
        var operator = candidate(EVERYONE, 0, false, 1, new Word("off", Origin.OPERATOR, false));
        assertThat(Merge.decide(List.of(own, operator)).conflicts())
                .containsExactly(new Conflict<>(operator, Conflict.Kind.ORIGINS));
    }

    @Test
    void a_stronger_layer_may_take_up_again_what_a_weaker_one_leaves_unmanaged() {
        var stop = candidate(TYPE, 0, false, 1, new Word("", Origin.OWN, true));
        var again = candidate(DEVICE, 0, false, 1, Word.of("again"));
        assertThat(Merge.decide(List.of(stop, again)).winner()).isEqualTo(again);
    }

    @Test
    void between_layers_a_neutral_key_and_a_native_one_are_decided_like_any_other() {
        var nativeBelow = Merge.decide(List.of(candidate(TYPE, 0, false, 1, Word.of("native"))));
        var neutralAbove = Merge.decide(List.of(candidate(DEVICE, 0, false, 1, Word.of("neutral"))));
        assertThat(Merge.join(neutralAbove, nativeBelow).winner()).isEqualTo(neutralAbove.winner());
        assertThat(Merge.join(nativeBelow, neutralAbove).winner()).isEqualTo(neutralAbove.winner());

        var nativeFinal = Merge.decide(List.of(candidate(TYPE, 0, true, 1, Word.of("native"))));
        Trace<Word> joined = Merge.join(neutralAbove, nativeFinal);
        assertThat(joined.winner()).isEqualTo(nativeFinal.winner());
        assertThat(joined.beaten()).containsExactly(new Beaten<>(neutralAbove.winner(), Reason.FINAL));
    }

    @Test
    void in_the_same_layer_the_native_key_beats_the_neutral_one_of_any_rank() {
        var own = Merge.decide(List.of(candidate(TYPE, 0, false, 1, Word.of("native"))));
        var neutral = Merge.decide(List.of(candidate(TYPE, 9, true, 9, Word.of("neutral"))));
        Trace<Word> joined = Merge.join(neutral, own);
        assertThat(joined.winner()).isEqualTo(own.winner());
        assertThat(joined.beaten()).containsExactly(new Beaten<>(neutral.winner(), Reason.NATIVE));
    }

    private Candidate<Word> candidate(Layer layer, int rank, boolean isFinal, long age, Word word) {
        return new Candidate<>(layer, assignment(layer, rank, isFinal, age), 0, word);
    }

    private Assignment assignment(Layer layer, int rank, boolean isFinal, long age) {
        id++;
        Place place = layer.isOfGroups() ? new Place.OfGroup(new Id<>(id)) : new Place.Everyone();
        Placed placed = new Placed.OfProfile(new Id<>(1));
        return new Assignment(new Id<>(id), placed, place, rank, isFinal, Instant.ofEpochSecond(age));
    }
}
