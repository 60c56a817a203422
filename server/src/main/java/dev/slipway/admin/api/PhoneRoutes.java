package dev.slipway.admin.api;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.devices.OpenAddress;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.core.enroll.requests.Decision;
import dev.slipway.core.settings.document.Documents;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is done with devices that fetch files. */
final class PhoneRoutes {
    private static final RecordRoutes<Device, ?> DEVICES = new RecordRoutes<>(DeviceKinds.DEVICE);

    private final Parts.Phones phones;

    private PhoneRoutes(Parts.Phones phones) {
        this.phones = phones;
    }

    /**
     * How an address is opened.
     *
     * @param openSeconds how long a first contact is let in; left out for 14 days
     * @param rotate whether earlier addresses end
     */
    record AddressForm(Optional<Long> openSeconds, Optional<Boolean> rotate) {}

    /**
     * The address of a device.
     *
     * @param url the directory of its files; whoever has it is let in
     * @param file the address of its main file; empty when its type takes no files
     */
    record AddressView(String url, String file, Instant openUntil) {}

    /** Decisions, newest first. */
    record RequestsView(List<Decision> items) {}

    /** A file as the device would get it, with stars for secrets. */
    record PreviewView(String file, List<String> files, String mediaType, String body, List<String> warnings) {
        static PreviewView of(Documents.Preview preview) {
            return new PreviewView(
                    preview.file(),
                    preview.files(),
                    preview.document().mediaType(),
                    new String(preview.document().body().toArray(), StandardCharsets.UTF_8),
                    preview.document().warnings());
        }
    }

    static Stream<Route> all(Parts parts) {
        var routes = new PhoneRoutes(parts.phones());
        return Stream.of(
                Route.get(DEVICES.one() + "/preview", routes::preview),
                Route.get(DEVICES.one() + "/requests", routes::requests),
                Route.get(RecordRoutes.ROOT + "requests/unknown", routes::unknown),
                Route.post(DEVICES.one() + "/address", routes::address));
    }

    /** The last decisions about a device, newest first. */
    private Reply requests(Call call) {
        return call.see(
                Area.DEVICES,
                acting -> Json.tree(new RequestsView(phones.requests()
                        .of(acting.find(DeviceKinds.DEVICE, call.path("device")).id()))));
    }

    /** The newest callers that nobody knew, of all tenants: they belong to none. */
    private Reply unknown(Call call) {
        return call.see(
                Area.SERVER,
                acting -> Json.tree(new RequestsView(phones.requests().unknown())));
    }

    /** With {@code ?file=} for another than the main one. */
    private Reply preview(Call call) {
        return call.see(
                Area.DEVICES,
                acting -> Json.tree(PreviewView.of(phones.documents()
                        .preview(
                                acting.stores()
                                        .view(
                                                acting.find(DeviceKinds.DEVICE, call.path("device"))
                                                        .id(),
                                                ""),
                                call.query("file").orElse("")))));
    }

    private Reply address(Call call) {
        AddressForm form = call.form(AddressForm.class);
        Duration open = form.openSeconds().map(Duration::ofSeconds).orElse(OpenAddress.USUAL);
        var act = new OpenAddress(call.path("device"), open, form.rotate().orElse(false));
        return call.run(act, (acting, opened) -> Reply.createdSecret(Json.tree(view(acting, opened))));
    }

    private AddressView view(Acting acting, DeviceAddress opened) {
        String secret = phones.addresses().text(acting.stores().tenant(), opened);
        String directory =
                phones.documents().directory(acting.stores().tenant(), secret).toString();
        String file = acting.stores()
                .devices()
                .find(opened.device())
                .flatMap(device -> acting.stores().deviceTypes().find(device.type()))
                .flatMap(phones.documents()::of)
                .map(renderer -> directory + renderer.files().getFirst())
                .orElse("");
        return new AddressView(directory, file, opened.openUntil());
    }
}
