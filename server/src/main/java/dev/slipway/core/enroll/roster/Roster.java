package dev.slipway.core.enroll.roster;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.core.enroll.roster.RosterRow.Address;
import dev.slipway.core.enroll.roster.RosterRow.Held;
import dev.slipway.core.enroll.roster.RosterRow.Token;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The read model: whose token is this, and is what the device holds still what it must have?
 *
 * <p><b>Shape.</b> Rows are numbered; each field is an array (see {@link Columns}); two {@link RowIndex}es find a row
 * by device and by token. There is no object per device: 93 bytes in the columns and 16 in the indexes at most.
 *
 * <p><b>Freshness.</b> Changes are numbered in the order in which this node hears of them; a document carries the
 * number of the last change heard before its making began. It is stale when its tenant, device type, user, device or
 * one of its groups changed after that (see {@link Marks}). One change of a group is one number, however many devices
 * are in it. A node's own numbers go on after the largest serial it found at its start, of a change or of a document,
 * so that what was loaded compares with what was heard.
 *
 * <p><b>Settling.</b> Marks would pile up, one for every user and device that ever changed. When there are many, and
 * once after the start, each row is told whether its document is stale, and all marks are forgotten: a document that
 * takes an earlier change into account than the last one then does not count any more (see {@link #settle}).
 *
 * <p><b>Threads.</b> Any number of readers, without a lock; writers one at a time. A row's serial works as a latch: a
 * writer first sets it to {@link #CHANGING}, then the other fields, then the new serial; a reader reads the serial
 * before and after and treats a difference as a miss. A miss is never wrong, only slower: it is answered from SQL.
 */
public final class Roster {
    private static final int CAPACITY_MIN = 1024;
    private static final long CHANGING = -1;

    /** Marks are forgotten when there are more than this and more than one for every eight rows: 4 bytes a device. */
    private static final int MARKS_MIN = 10_000;

    private static final int ROWS_PER_MARK = 8;
    private static final VarHandle SERIAL = MethodHandles.arrayElementVarHandle(long[].class);

    private final RowIndex byDevice = new RowIndex();
    private final RowIndex byToken = new RowIndex();
    private final Audiences audiences = new Audiences();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Integer> free = new ArrayList<>();
    private volatile Marks marks = new Marks();
    private volatile long[] ids = new long[16];
    private volatile Columns columns = new Columns(CAPACITY_MIN);
    private int size;
    private long sequence;
    private volatile long settled;

    /** Keeps a row, new or changed; a token that it does not name stays as it was. */
    public synchronized void put(RosterRow row) {
        long device = row.device().value();
        int known = row(row.device());
        int number = known == RowIndex.NONE ? next() : known;
        sequence = Math.max(sequence, row.held().serial());
        Columns into = columns;
        latch(into, number);
        fill(into, number, row);
        hold(into, number, row.held());
        if (known == RowIndex.NONE) {
            byDevice.add(into.device, device, number);
        }
        know(into, number, row.token());
    }

    /** Forgets a device. */
    public synchronized void remove(Id<Device> device) {
        int known = row(device);
        if (known != RowIndex.NONE) {
            Columns from = columns;
            latch(from, known);
            from.admitted[known] = false;
            forgetToken(from, known);
            byDevice.remove(device.value(), known);
            free.add(known);
            size--;
        }
    }

    /** Notes that a document was made; passes over one older than the row has. */
    public synchronized void held(Id<Device> device, Held held) {
        int known = row(device);
        if (known != RowIndex.NONE && columns.serial[known] <= held.serial()) {
            latch(columns, known);
            hold(columns, known, held);
        }
    }

    /** What is found from now on was true at {@code horizon}; whatever is heard comes after it. */
    public synchronized void began(long horizon) {
        sequence = Math.max(sequence, horizon);
    }

    /** Keeps a row that was found; one that is known already is newer. */
    public synchronized void found(RosterRow row) {
        if (row(row.device()) == RowIndex.NONE) {
            put(row);
        }
    }

    /** Takes the last change of a subject into account that was found at start, by its serial of the change log. */
    public synchronized void found(Change change) {
        sequence = Math.max(sequence, change.serial());
        marks.note(change.kind(), change.subject(), change.serial());
    }

    /** Takes a change into account that was heard of just now, by the next number of this node. */
    public synchronized void heard(Change change) {
        marks.note(change.kind(), change.subject(), ++sequence);
        if (marks.size() > Math.max(MARKS_MIN, size / ROWS_PER_MARK)) {
            settle();
        }
    }

    /**
     * Forgets all changes noted so far: a row that one of them made stale has no document from now on, and a document
     * whose making began before this call is not kept any more. One pass over all rows; call it when all were found.
     */
    public synchronized void settle() {
        Columns from = columns;
        int end = size + free.size();
        for (int row = 0; row < end; row++) {
            long serial = from.serial[row];
            if (serial != CHANGING && from.etag[row] != 0 && stale(from, row, serial)) {
                latch(from, row);
                hold(from, row, new Held(0, 0, sequence, 0));
            }
        }
        settled = sequence;
        marks = new Marks();
    }

    /** The number of the last change heard: what a document takes into account whose making begins after this call. */
    public synchronized long sequence() {
        return sequence;
    }

    /** Number of the row whose token has this SHA-256 (32 bytes) and which is admitted; -1 when there is none. */
    public int find(byte[] tokenSha256) {
        long high = Cells.longAt(tokenSha256, 0);
        Columns from = columns;
        int row = high == 0 ? RowIndex.NONE : byToken.find(from.tokenHigh, high);
        boolean same = row != RowIndex.NONE && from.tokenLow[row] == Cells.longAt(tokenSha256, Long.BYTES);
        return same && from.admitted[row] ? row : -1;
    }

    /** First 64 bits of the ETag of the document that the row's device must have now; empty when it must be made. */
    public Optional<Long> current(int row, long nowSeconds) {
        long etag = etagOrZero(row, nowSeconds);
        return etag == 0 ? Optional.empty() : Optional.of(etag);
    }

    /**
     * The same for the hot path: 0 when the document must be made, and when the row is no longer the one of this token.
     * A
     * row that is found and then given to another device must not answer for the first.
     */
    public long currentOrZero(int row, byte[] tokenSha256, long nowSeconds) {
        long etag = etagOrZero(row, nowSeconds);
        return etag != 0 && find(tokenSha256) == row ? etag : 0;
    }

    private long etagOrZero(int row, long nowSeconds) {
        Columns from = columns;
        long serial = (long) SERIAL.getAcquire(from.serial, row);
        long etag = from.etag[row];
        if (serial == CHANGING || etag == 0 || nowSeconds >= from.renewAt[row] || stale(from, row, serial)) {
            return 0;
        }
        VarHandle.acquireFence();
        return (long) SERIAL.getAcquire(from.serial, row) == serial ? etag : 0;
    }

    /** What is known of a device that is let in; empty when only SQL can tell. */
    public Optional<Known> known(Id<Device> device, long nowSeconds) {
        Columns from = columns;
        int row = byDevice.find(from.device, device.value());
        if (row == RowIndex.NONE || !from.admitted[row]) {
            return Optional.empty();
        }
        long serial = (long) SERIAL.getAcquire(from.serial, row);
        var address = new Address(from.generation[row], from.pin[row], from.mac[row]);
        var known = new Known(
                ids[from.tenant[row]], ids[from.type[row]], address, etagOrZero(row, nowSeconds), from.edition[row]);
        boolean owned = !marks.changedAfter(Change.Kind.DEVICE, device.value(), serial);
        VarHandle.acquireFence();
        boolean whole = serial != CHANGING && (long) SERIAL.getAcquire(from.serial, row) == serial;
        return whole && owned && from.device[row] == device.value() ? Optional.of(known) : Optional.empty();
    }

    /**
     * A device as memory knows it.
     *
     * @param etag of the document that it must have now, first 64 bits; 0 when that must be made
     * @param edition of what was made with it
     */
    public record Known(long tenant, long type, Address address, long etag, long edition) {
        /** Whether its documents are those of that edition, and still what it must have. */
        public boolean holds(long wanted) {
            return etag != 0 && edition == wanted;
        }
    }

    /** Whether the device must have now what was made with that edition; for the hot path. */
    public boolean holds(Id<Device> device, long edition, long nowSeconds) {
        Columns from = columns;
        int row = byDevice.find(from.device, device.value());
        return row != RowIndex.NONE
                && from.admitted[row]
                && from.edition[row] == edition
                && etagOrZero(row, nowSeconds) != 0
                && from.device[row] == device.value()
                && from.edition[row] == edition;
    }

    /** Whether it knows this device, let in or not. */
    public boolean knows(Id<Device> device) {
        return row(device) != RowIndex.NONE;
    }

    /** Whether nothing changed since that number of what concerns this device or its user alone. */
    public boolean untouched(Id<Device> device, long serial) {
        Columns from = columns;
        int row = byDevice.find(from.device, device.value());
        return row != RowIndex.NONE
                && from.admitted[row]
                && serial >= settled
                && !marks.changedAfter(Change.Kind.DEVICE, device.value(), serial)
                && !marks.changedAfter(Change.Kind.USER, from.user[row], serial);
    }

    /** The device of a row found just before. */
    public Id<Device> device(int row) {
        return new Id<>(columns.device[row]);
    }

    /** The tenant of a row found just before, as the value of its id. */
    public long tenant(int row) {
        return ids[columns.tenant[row]];
    }

    /** How many devices it holds. */
    public synchronized int size() {
        return size;
    }

    /** Bytes of its arrays and tables. */
    public synchronized long bytes() {
        return columns.bytes() + byDevice.bytes() + byToken.bytes() + marks.bytes();
    }

    private int row(Id<Device> device) {
        return byDevice.find(columns.device, device.value());
    }

    /** Closes a row to readers, until {@link #hold}. */
    private static void latch(Columns into, int row) {
        SERIAL.setRelease(into.serial, row, CHANGING);
        VarHandle.fullFence();
    }

    private void hold(Columns into, int row, Held held) {
        into.etag[row] = held.serial() < settled ? 0 : held.etag();
        into.edition[row] = held.edition();
        into.renewAt[row] = held.renewAt();
        SERIAL.setRelease(into.serial, row, held.serial());
    }

    private boolean stale(Columns from, int row, long serial) {
        if (marks.changedAfter(Change.Kind.DEVICE, from.device[row], serial)
                || marks.changedAfter(Change.Kind.USER, from.user[row], serial)
                || marks.changedAfter(Change.Kind.TENANT, ids[from.tenant[row]], serial)
                || marks.changedAfter(Change.Kind.DEVICE_TYPE, ids[from.type[row]], serial)) {
            return true;
        }
        for (long group : audiences.groups(from.audience[row])) {
            if (marks.changedAfter(Change.Kind.GROUP, group, serial)) {
                return true;
            }
        }
        return false;
    }

    private void fill(Columns into, int number, RosterRow row) {
        into.device[number] = row.device().value();
        into.generation[number] = row.address().generation();
        into.pin[number] = row.address().pin();
        into.mac[number] = row.address().mac();
        into.user[number] = row.place().user();
        into.tenant[number] = number(row.place().tenant());
        into.type[number] = number(row.place().type());
        into.audience[number] = audiences.intern(row.place().groups());
        into.admitted[number] = row.admitted();
    }

    /** Tenants and device types are few: each id is kept once and a row holds its number. */
    private int number(long id) {
        return numbers.computeIfAbsent(id, added -> {
            int number = numbers.size();
            long[] room = number < ids.length ? ids : Arrays.copyOf(ids, 2 * ids.length);
            room[number] = added;
            ids = room;
            return number;
        });
    }

    private void know(Columns into, int number, Token token) {
        if (token.high() != 0) {
            forgetToken(into, number);
            into.tokenHigh[number] = token.high();
            into.tokenLow[number] = token.low();
            byToken.add(into.tokenHigh, token.high(), number);
        }
    }

    private void forgetToken(Columns from, int number) {
        long high = from.tokenHigh[number];
        if (high != 0) {
            byToken.remove(high, number);
            from.tokenHigh[number] = 0;
        }
    }

    private int next() {
        size++;
        if (!free.isEmpty()) {
            return free.removeLast();
        }
        int number = size - 1;
        if (number == columns.capacity()) {
            columns = columns.grown();
        }
        return number;
    }
}
