package dev.slipway.core.enroll.roster;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.core.enroll.roster.RosterRow.Held;
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
 * <p><b>Shape.</b> Rows are numbered; each field is an array (see {@link Columns}); two {@link LongTable}s find a row
 * by device and by token. There is no object per device: 62 bytes in the columns and 64 bytes in the tables at most.
 *
 * <p><b>Freshness.</b> Changes are numbered in the order in which this node hears of them; a document carries the
 * number of the last change heard before its making began. It is stale when its tenant, device type, user, device or
 * one of its groups changed after that (see {@link Marks}). One change of a group is one number, however many devices
 * are in it. A node's own numbers go on after the largest serial it found at its start, of a change or of a document,
 * so that what was loaded compares with what was heard.
 *
 * <p><b>Threads.</b> Any number of readers, without a lock; writers one at a time. A row's serial works as a latch: a
 * writer first sets it to {@link #CHANGING}, then the other fields, then the new serial; a reader reads the serial
 * before and after and treats a difference as a miss. A miss is never wrong, only slower: it is answered from SQL.
 */
public final class Roster {
    private static final int CAPACITY_MIN = 1024;
    private static final long CHANGING = -1;
    private static final VarHandle SERIAL = MethodHandles.arrayElementVarHandle(long[].class);

    private final LongTable byDevice = new LongTable();
    private final LongTable byToken = new LongTable();
    private final Audiences audiences = new Audiences();
    private final Marks marks = new Marks();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final List<Integer> free = new ArrayList<>();
    private volatile long[] ids = new long[16];
    private volatile Columns columns = new Columns(CAPACITY_MIN);
    private int size;
    private long sequence;

    /** Keeps a row, new or changed. */
    public synchronized void put(RosterRow row) {
        long device = row.device().value();
        long known = byDevice.get(device);
        int number = known == LongTable.NONE ? next() : (int) known;
        sequence = Math.max(sequence, row.held().serial());
        Columns into = columns;
        SERIAL.setRelease(into.serial, number, CHANGING);
        VarHandle.fullFence();
        forgetToken(into, number);
        fill(into, number, row);
        SERIAL.setRelease(into.serial, number, row.held().serial());
        byDevice.put(device, number);
        if (row.token().high() != 0) {
            byToken.put(row.token().high(), number);
        }
    }

    /** Forgets a device. */
    public synchronized void remove(Id<Device> device) {
        long known = byDevice.get(device.value());
        if (known != LongTable.NONE) {
            Columns from = columns;
            from.admitted[(int) known] = false;
            SERIAL.setRelease(from.serial, (int) known, CHANGING);
            forgetToken(from, (int) known);
            byDevice.remove(device.value());
            free.add((int) known);
            size--;
        }
    }

    /** Notes that a document was made; passes over one older than the row has. */
    public synchronized void held(Id<Device> device, Held held) {
        long known = byDevice.get(device.value());
        if (known == LongTable.NONE || columns.serial[(int) known] > held.serial()) {
            return;
        }
        Columns into = columns;
        int number = (int) known;
        SERIAL.setRelease(into.serial, number, CHANGING);
        VarHandle.fullFence();
        into.etag[number] = held.etag();
        into.renewAt[number] = held.renewAt();
        SERIAL.setRelease(into.serial, number, held.serial());
    }

    /** Takes the last change of a subject into account that was found at start, by its serial of the change log. */
    public synchronized void found(Change change) {
        sequence = Math.max(sequence, change.serial());
        marks.note(change.kind(), change.subject(), change.serial());
    }

    /** Takes a change into account that was heard of just now, by the next number of this node. */
    public synchronized void heard(Change change) {
        marks.note(change.kind(), change.subject(), ++sequence);
    }

    /** The number of the last change heard: what a document takes into account whose making begins after this call. */
    public synchronized long sequence() {
        return sequence;
    }

    /** Number of the row whose token has this SHA-256 (32 bytes) and which is admitted; -1 when there is none. */
    public int find(byte[] tokenSha256) {
        long high = Cells.longAt(tokenSha256, 0);
        long number = high == 0 ? LongTable.NONE : byToken.get(high);
        if (number == LongTable.NONE) {
            return -1;
        }
        Columns from = columns;
        int row = (int) number;
        boolean same = from.tokenHigh[row] == high && from.tokenLow[row] == Cells.longAt(tokenSha256, Long.BYTES);
        return same && from.admitted[row] ? row : -1;
    }

    /** First 64 bits of the ETag of the document that the row's device must have now; empty when it must be made. */
    public Optional<Long> current(int row, long nowSeconds) {
        long etag = currentOrZero(row, nowSeconds);
        return etag == 0 ? Optional.empty() : Optional.of(etag);
    }

    /** The same for the hot path: 0 when the document must be made. */
    public long currentOrZero(int row, long nowSeconds) {
        Columns from = columns;
        long serial = (long) SERIAL.getAcquire(from.serial, row);
        long etag = from.etag[row];
        if (serial == CHANGING || etag == 0 || nowSeconds >= from.renewAt[row] || stale(from, row, serial)) {
            return 0;
        }
        VarHandle.acquireFence();
        return (long) SERIAL.getAcquire(from.serial, row) == serial ? etag : 0;
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
        return 62L * columns.capacity() + byDevice.bytes() + byToken.bytes() + marks.bytes();
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
        into.tokenHigh[number] = row.token().high();
        into.tokenLow[number] = row.token().low();
        into.etag[number] = row.held().etag();
        into.renewAt[number] = row.held().renewAt();
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

    private void forgetToken(Columns from, int number) {
        long high = from.tokenHigh[number];
        if (high != 0 && byToken.get(high) == number) {
            byToken.remove(high);
        }
        from.tokenHigh[number] = 0;
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
