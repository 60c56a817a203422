package dev.slipway.core.settings.document;

import dev.slipway.base.fleet.Bytes;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.DeviceView.Identity;
import dev.slipway.core.settings.EffectiveSettings;
import dev.slipway.core.settings.EffectiveValue;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.NativeKeys;
import dev.slipway.core.settings.document.Difference.State;
import dev.slipway.core.settings.document.LineDifference.Kind;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;

/** The files of devices, each written by the renderer of its type. */
public final class Documents {
    private static final String MAC = "mac";

    private final InstantSource clock;
    private final Settings settings;
    private final List<DocumentRenderer> renderers;
    private final Function<Id<Tenant>, Optional<Tenant>> tenants;

    /**
     * Documents of these formats.
     *
     * @param tenants finds a tenant, inside the caller's transaction
     */
    public Documents(
            Settings settings,
            List<DocumentRenderer> renderers,
            Function<Id<Tenant>, Optional<Tenant>> tenants,
            InstantSource clock) {
        this.clock = clock;
        this.settings = settings;
        this.renderers = List.copyOf(renderers);
        this.tenants = tenants;
    }

    /** The keys of all makers, for the catalog. */
    public static NativeKeys[] keys(List<DocumentRenderer> renderers) {
        return renderers.stream().map(DocumentRenderer::keys).toArray(NativeKeys[]::new);
    }

    /** The keys of every maker. */
    List<NativeKeys> keys() {
        return List.of(keys(renderers));
    }

    /** The renderer of the first format that the type takes; empty when it takes no files of settings. */
    public Optional<DocumentRenderer> of(DeviceType type) {
        return type.takes().stream()
                .flatMap(format ->
                        renderers.stream().filter(renderer -> renderer.format().equals(format)))
                .findFirst();
    }

    /**
     * Every file of the device of that view; empty for a type that takes none.
     *
     * @param address the secret part of its address
     * @throws Refusal as {@link Settings#of}
     */
    public Optional<Edition> edition(DeviceView view, String address) {
        return of(view.identity().type()).map(form -> {
            EffectiveSettings merged = settings.of(view);
            return Edition.of(form, order(view, merged, address), DevicePolling.until(merged, clock.instant()));
        });
    }

    /**
     * What the files of the device of that view are made of.
     *
     * @param address the secret part of its address
     * @throws Refusal as {@link Settings#of}
     */
    public DocumentOrder order(DeviceView view, String address) {
        return order(view, settings.of(view), address);
    }

    private DocumentOrder order(DeviceView view, EffectiveSettings merged, String address) {
        Identity identity = view.identity();
        Optional<String> mac = identity.identifiers().stream()
                .filter(identifier -> identifier.kind().equals(MAC))
                .map(DeviceIdentifier::value)
                .min(Comparator.naturalOrder());
        int positions = identity.address().map(DeviceAddress::positions).orElse(0);
        return new DocumentOrder(
                DevicePolling.settled(merged, clock.instant()),
                mac,
                positions,
                List.of(),
                directory(identity.tenant(), address));
    }

    /**
     * A file of that order.
     *
     * @param contacts asked when the file lists them
     * @throws Refusal as {@link DocumentRenderer#render}
     */
    public Document render(DocumentRenderer form, String file, DocumentOrder order, Contacts contacts) {
        return form.render(file, form.listsContacts(file) ? order.listing(contacts.of(wish(order))) : order);
    }

    private static String wish(DocumentOrder order) {
        return Optional.ofNullable(order.settings().values().get(Contacts.KEY))
                .map(EffectiveValue::value)
                .orElse("");
    }

    /**
     * Below the tenant's public address, and never by what a request names as its host.
     *
     * @param address the secret part
     */
    public URI directory(Id<Tenant> id, String address) {
        Tenant tenant = tenants.apply(id).orElseThrow(() -> new IllegalStateException("no tenant " + id));
        return URI.create(tenant.publicUrl().toString().replaceFirst("/+$", "") + "/d/" + address + "/");
    }

    /**
     * A file as the device would get it, with stars for secrets and for its address.
     *
     * @param file a name that it may ask for; empty for the main one
     * @throws Refusal {@code document.none} for a type that takes no such file, and as {@link #order} and
     *     {@link DocumentRenderer#render}
     */
    public Preview preview(DeviceView view, String file, Contacts contacts) {
        Chosen chosen = chosen(order(view, Veil.STARS), file);
        return new Preview(chosen.file(), chosen.renderer().files(), starred(chosen, contacts));
    }

    /** A file, and which others there are. */
    public record Preview(String file, List<String> files, Document document) {}

    /**
     * What changes in a file when the device fetches it next.
     *
     * @param address the secret part of its address; empty when it has none
     * @param file as in {@link #preview}
     * @param fetched what the device last fetched of the renderer's file of this name
     * @throws Refusal as {@link #preview}
     */
    public Difference difference(
            DeviceView view, String address, String file, Function<String, Optional<DeviceDocument>> fetched) {
        Chosen chosen = chosen(order(view, address.isEmpty() ? Veil.STARS : address), file);
        return fetched.apply(chosen.file())
                .map(document -> difference(chosen, document))
                .orElseGet(() -> Difference.nothingFetched(chosen.file()));
    }

    private Difference difference(Chosen chosen, DeviceDocument fetched) {
        List<String> before = lines(fetched.body().bytes());
        List<String> after =
                lines(chosen.renderer().render(chosen.file(), chosen.order()).body());
        var veil = new Veil(after, lines(starred(chosen, Contacts.NONE).body()));
        Hunks hunks = Hunks.of(
                LineDifference.of(before, after),
                step -> step.kind() == Kind.REMOVED
                        ? veil.before(before.get(step.before()))
                        : veil.after(step.after()));
        return new Difference(
                chosen.file(),
                hunks.list().isEmpty() ? State.SAME : State.DIFFERENT,
                Optional.of(fetched.life().issued()),
                hunks.size(),
                hunks.list());
    }

    private static List<String> lines(Bytes body) {
        return new String(body.toArray(), StandardCharsets.UTF_8).lines().toList();
    }

    /** One of the files that a device reads. */
    private record Chosen(DocumentRenderer renderer, String file, DocumentOrder order) {}

    private Chosen chosen(DocumentOrder order, String file) {
        DeviceType type = order.settings().layers().type();
        DocumentRenderer renderer = of(type).orElseThrow(() -> new Refusal(
                "document.none",
                "Devices of type " + type.name() + " read no settings from files: its type takes "
                        + String.join(", ", type.takes()) + "."));
        String name = file.isEmpty()
                ? renderer.files().getFirst()
                : renderer.named(file, order.mac())
                        .orElseThrow(() -> new Refusal(
                                "document.none",
                                "There is no file " + file + " for this device; there are "
                                        + String.join(", ", renderer.files()) + "."));
        return new Chosen(renderer, name, order);
    }

    private Document starred(Chosen chosen, Contacts contacts) {
        DocumentOrder order = chosen.order();
        URI base =
                URI.create(order.base().toString().replaceFirst("[^/]+/$", Matcher.quoteReplacement(Veil.STARS) + "/"));
        var masked = new DocumentOrder(
                settings.masked(order.settings()), order.mac(), order.positions(), order.contacts(), base);
        return render(chosen.renderer(), chosen.file(), masked, contacts);
    }
}
