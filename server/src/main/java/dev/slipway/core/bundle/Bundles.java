package dev.slipway.core.bundle;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Ledger;
import dev.slipway.base.identity.Tokens;
import dev.slipway.bootloader.protocol.trust.BundleAnswer;
import dev.slipway.bootloader.protocol.trust.BundleDocument;
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

    /** What the device must have by a view of it, and that view. */
    private record Look(DeviceView view, BundleContent content, String hash) {
        Optional<DeviceDocument> kept() {
            return view.made().document();
        }

        Id<Tenant> tenant() {
            return view.identity().tenant();
        }

        Id<Device> device() {
            return view.identity().device().id();
        }

        long before() {
            return kept().map(DeviceDocument::version).orElse(0L);
        }

        /** Of the last change that is surely seen; one with a larger serial makes the bundle stale. */
        long serial() {
            return view.horizon() - 1;
        }
    }

    /**
     * The bundle of the device of that view, which was asked for with {@link #FILE}; kept before it is answered. The
     * body is a {@link BundleAnswer}. Blocks.
     *
     * <p>Refuses {@code bundle.placeholder-missing}, {@code bundle.too-large}, {@code polling.invalid},
     * {@code settings.value-invalid}, {@code keys.off-server}, and {@code device.unknown} when it was removed since.
     */
    public DeviceDocument current(DeviceView view) {
        DeviceView seen = view;
        for (int tried = 1; ; tried++) {
            Look look = look(seen);
            if (isCurrent(look)) {
                return movedOn(look, look.kept().orElseThrow());
            }
            DeviceDocument kept = keep(look, made(look));
            if (kept.contentHash().equals(look.hash()) || tried == TRIES) {
                return kept;
            }
            LOG.log(
                    System.Logger.Level.DEBUG,
                    "event=bundle-met device={0} version={1}",
                    look.device(),
                    kept.version());
            seen = ledger.view(look.tenant(), look.device(), FILE);
        }
    }

    /** The same bytes; only what they take into account is noted, so that the next node need not look again. */
    private DeviceDocument movedOn(Look look, DeviceDocument kept) {
        if (kept.body().serial() >= look.serial()) {
            return kept;
        }
        return ledger.keep(look.tenant(), kept.upTo(look.serial()), kept.version(), List.of());
    }

    private Look look(DeviceView view) {
        BundleContent content =
                BundleContent.of(settings.mustHave(view), view.made().deliveries(), clock.instant());
        return new Look(view, content, content.hash(trust.bundleKey()));
    }

    private boolean isCurrent(Look look) {
        return look.kept()
                .filter(kept -> kept.contentHash().equals(look.hash()))
                .filter(kept -> clock.instant().isBefore(renewal(kept.life().expires())))
                .isPresent();
    }

    /**
     * The version is the second of issue, or one more than the last: a device refuses an older one, and after an older
     * backup was restored the last one is not known.
     */
    private DeviceDocument made(Look look) {
        Instant issued = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        long version = Math.max(look.before() + 1, issued.getEpochSecond());
        Instant expires = expires(look.content(), issued);
        byte[] body = body(look.content(), new BundleDocument.Life(version, issued, expires));
        return new DeviceDocument(
                look.device(),
                FILE,
                version,
                look.hash(),
                new DeviceDocument.Life(issued, expires),
                new DeviceDocument.Body(Bytes.of(body), etag(body), look.serial()));
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
    private DeviceDocument keep(Look look, DeviceDocument made) {
        var note = new Delivery.Note(clock.instant(), "");
        List<Delivery> begun = OfferedDeliveries.of(look.device(), look.content(), note).stream()
                .filter(offered -> look.view().made().deliveries().stream()
                        .noneMatch(known -> OfferedDeliveries.isSame(known, offered)))
                .toList();
        return ledger.keep(look.tenant(), made, look.before(), begun);
    }
}
