package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.identity.Tokens;
import dev.slipway.bootloader.protocol.trust.BundleAnswer;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
import dev.slipway.core.settings.MustHave;
import dev.slipway.core.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The bundle of a device: what it must have now, signed, with a version that rises only when the content changes or a
 * third of its life is left (DESIGN section 8.4). The same bytes are answered until then.
 */
public final class Bundles {
    /** The name of the document. */
    public static final String FILE = "bundle";

    static final Duration LIFE = Duration.ofDays(30);
    /** What is left of a life when the bundle is made again. */
    private static final Duration LEFT_AT_RENEWAL = LIFE.dividedBy(3);

    /**
     * Another server may be first with older content; after three times its bundle is answered, and the next poll
     * decides.
     */
    private static final int TRIES = 3;

    private static final int ETAG_LENGTH = 32;
    private static final System.Logger LOG = System.getLogger(Bundles.class.getPackageName());

    private final Ledger ledger;
    private final Trust trust;
    private final Settings settings;
    private final InstantSource clock;

    /** Bundles of what {@code ledger} holds. */
    public Bundles(Ledger ledger, Trust trust, Settings settings, InstantSource clock) {
        this.ledger = ledger;
        this.trust = trust;
        this.settings = settings;
        this.clock = clock;
    }

    /** When a bundle that expires then is made again, even if nothing changed. */
    public static Instant renewal(Instant expires) {
        return expires.minus(LEFT_AT_RENEWAL);
    }

    /**
     * One look at everything that a bundle depends on.
     *
     * @param serial of the last change that is surely seen; one with a larger serial makes the bundle stale
     */
    private record View(BundleContent content, String hash, Optional<DeviceDocument> kept, long serial) {
        long before() {
            return kept.map(DeviceDocument::version).orElse(0L);
        }
    }

    /**
     * The device's bundle, kept before it is answered; the body is a {@link BundleAnswer}. Blocks.
     *
     * <p>Refuses {@code device.unknown}, {@code bundle.placeholder-missing}, {@code bundle.too-large},
     * {@code polling.invalid}, {@code settings.value-invalid} and {@code keys.off-server}.
     */
    public DeviceDocument current(Id<Tenant> tenant, Id<Device> device) {
        for (int tried = 1; ; tried++) {
            View view = look(tenant, device);
            if (isCurrent(view)) {
                return movedOn(tenant, view.kept().orElseThrow(), view.serial());
            }
            DeviceDocument kept = keep(tenant, view, made(device, view));
            if (kept.contentHash().equals(view.hash()) || tried == TRIES) {
                return kept;
            }
            LOG.log(System.Logger.Level.DEBUG, "event=bundle-met device={0} version={1}", device, kept.version());
        }
    }

    /** The same bytes; only what they take into account is noted, so that the next node need not look again. */
    private DeviceDocument movedOn(Id<Tenant> tenant, DeviceDocument kept, long serial) {
        if (kept.body().serial() >= serial) {
            return kept;
        }
        return ledger.note(tenant, stores -> stores.deviceDocuments().keep(kept.upTo(serial), kept.version()));
    }

    private View look(Id<Tenant> tenant, Id<Device> device) {
        return ledger.read(tenant, stores -> {
            long seen = stores.horizon() - 1;
            MustHave mustHave = settings.mustHave(stores, device);
            BundleContent content =
                    BundleContent.of(mustHave, stores.deliveries().of(device), clock.instant());
            String hash = content.hash(trust.bundleKey());
            return new View(content, hash, stores.deviceDocuments().find(device, FILE), seen);
        });
    }

    private boolean isCurrent(View view) {
        return view.kept()
                .filter(kept -> kept.contentHash().equals(view.hash()))
                .filter(kept -> clock.instant().isBefore(renewal(kept.life().expires())))
                .isPresent();
    }

    /**
     * The version is the second of issue, or one more than the last: a device refuses an older one, and after an older
     * backup was restored the last one is not known.
     */
    private DeviceDocument made(Id<Device> device, View view) {
        Instant issued = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long version = Math.max(view.before() + 1, issued.getEpochSecond());
        Instant expires = expires(view.content(), issued);
        byte[] body = body(view.content(), new BundleDocument.Life(version, issued, expires));
        return new DeviceDocument(
                device,
                FILE,
                version,
                view.hash(),
                new DeviceDocument.Life(issued, expires),
                new DeviceDocument.Body(Bytes.of(body), etag(body), view.serial()));
    }

    /** Content that changes by itself is made again at that moment. */
    private static Instant expires(BundleContent content, Instant issued) {
        Instant whole = issued.plus(LIFE);
        return content.until()
                .map(until ->
                        until.plusSeconds(1).truncatedTo(ChronoUnit.SECONDS).plus(LEFT_AT_RENEWAL))
                .filter(whole::isAfter)
                .orElse(whole);
    }

    private byte[] body(BundleContent content, BundleDocument.Life life) {
        byte[] body = new BundleAnswer(trust.signBundle(document(content, life)), content.releases()).toBytes();
        if (body.length > BundleAnswer.BYTES_MAX) {
            throw tooLarge("it has " + body.length + " bytes of at most " + BundleAnswer.BYTES_MAX);
        }
        return body;
    }

    private static BundleDocument document(BundleContent content, BundleDocument.Life life) {
        try {
            return content.document(life);
        } catch (IllegalArgumentException e) {
            throw tooLarge(String.valueOf(e.getMessage()));
        }
    }

    private static Refusal tooLarge(String why) {
        return new Refusal(
                "bundle.too-large", "The bundle of this device is too large, " + why + ": assign less to it.");
    }

    private static String etag(byte[] body) {
        return Tokens.sha256(body).hex().substring(0, ETAG_LENGTH);
    }

    /** Document and deliveries together; who was second keeps nothing and gets what the first one kept. */
    private DeviceDocument keep(Id<Tenant> tenant, View view, DeviceDocument made) {
        return ledger.note(tenant, stores -> {
            DeviceDocument kept = stores.deviceDocuments().keep(made, view.before());
            if (kept.equals(made)) {
                offer(stores, made.device(), view.content());
            }
            return kept;
        });
    }

    private void offer(Stores stores, Id<Device> device, BundleContent content) {
        List<Delivery> before = stores.deliveries().of(device);
        var note = new Delivery.Note(clock.instant(), "");
        OfferedDeliveries.of(device, content, note).stream()
                .filter(offered -> before.stream().noneMatch(known -> OfferedDeliveries.isSame(known, offered)))
                .forEach(stores.deliveries()::put);
    }
}
