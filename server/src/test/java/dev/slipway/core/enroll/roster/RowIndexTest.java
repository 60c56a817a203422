package dev.slipway.core.enroll.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowIndexTest {
    private static final int ROWS = 64;

    private final RowIndex index = new RowIndex();

    @Property(tries = 200)
    void it_finds_what_is_entered_and_nothing_else_after_any_changes_of_keys(
            @ForAll @Size(max = 600) List<@IntRange(max = ROWS - 1) Integer> changed) {
        RowIndex any = new RowIndex();
        long[] column = new long[ROWS];
        List<Long> before = new ArrayList<>();
        for (int i = 0; i < changed.size(); i++) {
            int row = changed.get(i);
            if (column[row] != 0) {
                any.remove(column[row], row);
                before.add(column[row]);
            }
            column[row] = i % 5 == 4 ? 0 : i + 1;
            if (column[row] != 0) {
                any.add(column, column[row], row);
            }
        }
        before.forEach(gone -> assertThat(any.find(column, gone)).isEqualTo(RowIndex.NONE));
        for (int row = 0; row < ROWS; row++) {
            assertThat(column[row] == 0 || any.find(column, column[row]) == row).isTrue();
        }
        assertThat(any.bytes()).isLessThanOrEqualTo(3L * ROWS * Integer.BYTES);
    }

    @Test
    void a_row_costs_at_most_eight_bytes() {
        int rows = 100_000;
        long[] column = new long[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = row + 1L;
            index.add(column, row + 1L, row);
            assertThat(row < 100 || index.bytes() <= 8L * (row + 2)).isTrue();
        }
    }

    @Test
    void a_reader_with_a_shorter_column_passes_over_the_rows_that_came_after() {
        long[] shorter = new long[1];
        shorter[0] = 7;
        index.add(shorter, 7, 0);
        long[] longer = Arrays.copyOf(shorter, 100);
        for (int row = 1; row < 100; row++) {
            longer[row] = 7 + row;
            index.add(longer, 7L + row, row);
        }
        assertThat(index.find(shorter, 7)).isZero();
        assertThat(index.find(shorter, 106)).isEqualTo(RowIndex.NONE);
        assertThat(index.find(longer, 106)).isEqualTo(99);
    }

    @Test
    void readers_find_every_row_that_was_entered_while_it_grows_and_while_keys_change() throws InterruptedException {
        int rows = 200_000;
        long[] column = new long[rows];
        CountDownLatch done = new CountDownLatch(1);
        AtomicLong entered = new AtomicLong(-1);
        AtomicLong missed = new AtomicLong();
        Thread reader = Thread.ofPlatform().start(() -> {
            for (long key = 1; done.getCount() > 0; key = (key * 31 + 7) & 0x7fffffff) {
                long known = entered.get();
                if (known >= 0) {
                    int row = (int) (key % (known + 1)) / 2 * 2;
                    missed.addAndGet(index.find(column, row + 1L) == row ? 0 : 1);
                }
            }
        });
        for (int row = 0; row < rows; row++) {
            column[row] = row + 1L;
            index.add(column, row + 1L, row);
            if (row % 2 == 1) {
                index.remove(row + 1L, row);
                column[row] = -row;
                index.add(column, -row, row);
            }
            entered.setRelease(row);
        }
        done.countDown();
        reader.join();
        assertThat(missed).hasValue(0);
    }
}
