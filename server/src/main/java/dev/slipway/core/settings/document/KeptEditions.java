package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceFiles;
import dev.slipway.base.fleet.devices.DeviceFiles.Made;
import dev.slipway.base.fleet.ledger.DeviceView;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * The files of devices, so that none is made anew only because a server was started again (DESIGN section 6). They wait
 * in memory and are written in one sorted batch; what a crash loses is made again when it is asked for.
 */
public final class KeptEditions {
    /** Some ten thousand phones; more are passed over and counted. */
    public static final long WAITING_BYTES_MAX = 64L << 20;

    /** A month, after which even unchanged files are made again. */
    static final Duration LIFE = Duration.ofDays(30);

    /** Rows of one statement. */
    static final int ROWS_MAX = 2_000;

    private static final System.Logger LOG = System.getLogger(KeptEditions.class.getPackageName());
    private static final Comparator<Made> ORDER = Comparator.comparing(Made::tenant)
            .thenComparing(made -> made.document().device())
            .thenComparing(made -> made.document().file());

    private final DeviceFiles store;
    private final InstantSource clock;
    private final ConcurrentHashMap<Long, List<Made>> waiting = new ConcurrentHashMap<>();
    private final LongAdder waitingBytes = new LongAdder();
    private final LongAdder passedOver = new LongAdder();

    /** Kept there. */
    public KeptEditions(DeviceFiles store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** When an edition is made again even if nothing changed. */
    public Instant renewal(Edition edition) {
        Instant whole = clock.instant().plus(LIFE);
        return edition.until().filter(whole::isAfter).orElse(whole);
    }

    /** Notes an edition made of {@code view}, in place of what waits of this device. Never waits. */
    public void note(DeviceView view, Edition edition) {
        Long device = view.identity().device().id().value();
        List<Made> files = made(view, edition);
        if (waitingBytes.sum() + bytes(files) > WAITING_BYTES_MAX) {
            passedOver.increment();
            return;
        }
        waitingBytes.add(bytes(files));
        List<Made> before = waiting.put(device, files);
        waitingBytes.add(before == null ? 0 : -bytes(before));
    }

    /** How many devices wait. */
    public int waiting() {
        return waiting.size();
    }

    /** How many editions were passed over because too many waited. */
    public long passedOver() {
        return passedOver.sum();
    }

    /** A file as it was last written; blocks. */
    public Optional<DeviceDocument> find(Id<Tenant> tenant, Id<Device> device, String file) {
        return store.find(tenant, device, file);
    }

    /** Writes all that wait. Blocks; what the database does not take waits for the next time. */
    public void write() {
        List<List<Made>> batch = new ArrayList<>(waiting.values());
        List<Made> rows = batch.stream().flatMap(List::stream).sorted(ORDER).toList();
        try {
            for (int from = 0; from < rows.size(); from += ROWS_MAX) {
                store.write(rows.subList(from, Math.min(rows.size(), from + ROWS_MAX)));
            }
            batch.forEach(this::written);
        } catch (Refusal unavailable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "event=files-unwritten waiting={0} reason={1}",
                    waiting.size(),
                    unavailable.code());
        }
    }

    private void written(List<Made> files) {
        if (waiting.remove(files.getFirst().document().device().value(), files)) {
            waitingBytes.add(-bytes(files));
        }
    }

    private List<Made> made(DeviceView view, Edition edition) {
        var life = new DeviceDocument.Life(clock.instant(), renewal(edition));
        String hash = edition.hash();
        long serial = view.horizon() - 1;
        return edition.files().entrySet().stream()
                .map(file -> new DeviceDocument(
                        view.identity().device().id(),
                        file.getKey(),
                        serial,
                        hash,
                        life,
                        new DeviceDocument.Body(file.getValue().body(), Edition.etag(file.getValue()), serial)))
                .map(document -> new Made(view.identity().tenant(), document))
                .toList();
    }

    private static long bytes(List<Made> files) {
        return files.stream()
                .mapToLong(made -> made.document().body().bytes().length())
                .sum();
    }
}
