package dev.slipway.door.phone;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.DeviceView.Identity;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.Validated;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.address.KnownAddresses.Own;
import dev.slipway.core.enroll.address.KnownAddresses.Unsure;
import dev.slipway.core.enroll.address.KnownAddresses.Wrong;
import dev.slipway.core.enroll.address.Pinned;
import dev.slipway.core.enroll.address.Verdict;
import dev.slipway.core.enroll.requests.Decision.Steps;
import dev.slipway.core.enroll.roster.Etag;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterRow;
import dev.slipway.core.settings.document.Contacts;
import dev.slipway.core.settings.document.Document;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.core.settings.document.Edition;
import dev.slipway.door.phone.KeptFile.Made;
import dev.slipway.door.phone.KeptFile.Owner;
import dev.slipway.door.phone.PhoneCounts.Kind;
import dev.slipway.door.phone.PhoneMemory.Asked;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Files of phones that memory does not have: looked up as they were written before, or merged and written anew; then
 * kept in memory. Blocks.
 */
final class PhoneFiles {
    static final String LET_IN = "let in by its address";
    static final String CACHE_CONTROL = "private, no-cache";
    private static final int MAC_DIGITS = 12;

    private final PhoneRooms rooms;
    private final Remembering known;
    private final PhoneMemory memory;
    private final PhoneCounts counts;

    PhoneFiles(PhoneRooms rooms, Remembering known, PhoneMemory memory, PhoneCounts counts) {
        this.rooms = rooms;
        this.known = known;
        this.memory = memory;
        this.counts = counts;
    }

    /** Who asks, for what. */
    record Asking(Claim claim, String certificate, Asked asked) {}

    /** The answer; refuses what cannot be written, and {@code data.unavailable}. */
    Answer answer(Asking asking) {
        long heard = known.roster().sequence();
        Optional<Answer> before =
                switch (known.addresses().recall(asking.asked.address(), asking::claim)) {
                    case Own own -> written(own, asking, heard);
                    case Unsure(boolean stranger) -> {
                        if (stranger) {
                            known.strangers().lookUp();
                        }
                        yield Optional.empty();
                    }
                    case Wrong _ -> Optional.empty();
                };
        return before.orElseGet(() -> admitted(asking, heard));
    }

    /** As it was written before this server was started, or by another one. */
    private Optional<Answer> written(Own own, Asking asking, long heard) {
        Roster.Known device = own.known();
        if (device.etag() == 0) {
            return Optional.empty();
        }
        long mac = device.address().mac();
        Optional<String> digits =
                mac == 0 ? Optional.empty() : Optional.of(HexFormat.of().toHexDigits(mac, MAC_DIGITS));
        Optional<DocumentRenderer> form = rooms.types()
                .find(own.tenant(), new Id<DeviceType>(device.type()))
                .flatMap(rooms.documents()::of);
        return form.flatMap(renderer -> renderer.named(asking.asked.file(), digits)
                .flatMap(file -> rooms.kept().find(own.tenant(), own.device(), file))
                .filter(document -> Etag.bits(document.contentHash()) == device.edition())
                .map(document -> written(document, renderer, own, new Making(asking, heard))));
    }

    private record Making(Asking asking, long heard) {}

    private Answer written(DeviceDocument document, DocumentRenderer renderer, Own own, Making making) {
        counts.count(Kind.STORE);
        Validated answer = answer(
                renderer.mediaType(document.file()),
                document.body().bytes().toArray(),
                document.body().etag());
        Pinned pinned = Pinned.of(making.asking.claim);
        var made = new Made(answer, own.known().edition(), making.heard);
        keep(making.asking, new Owner(own.tenant(), own.device(), pinned), made);
        note(own.device(), making.asking, "the file as it was written before");
        return answer;
    }

    private void keep(Asking asking, Owner owner, Made made) {
        memory.keep(
                asking.asked,
                new KeptFile(owner, made, PhoneMemory.caller(asking.claim, asking.certificate, asking.asked.file())));
    }

    private Answer admitted(Asking asking, long heard) {
        return switch (rooms.admission().admit(asking.asked.address(), asking.claim)) {
            case Verdict.LetIn(DeviceView view, String own) -> letIn(new Making(asking, heard), view, own);
            case Verdict.TurnedAway turned -> turnedAway(asking, turned);
        };
    }

    private Answer turnedAway(Asking asking, Verdict.TurnedAway turned) {
        if (turned.known().isEmpty()) {
            return memory.turnedAway(asking.asked, asking.claim);
        }
        var steps = new Steps(Said.of(asking.claim), turned.why(), "", "404");
        known.requests().note(turned.known().get().id(), steps);
        counts.count(Kind.NOTHING);
        return NotFound.ANSWER;
    }

    private Answer letIn(Making making, DeviceView view, String own) {
        Id<Device> device = view.identity().device().id();
        try {
            Optional<Answer> answer = decide(making, view, own);
            note(device, making.asking, answer.isPresent() ? "the file as it is now" : "404: no file of this name");
            counts.count(answer.isPresent() ? Kind.MADE : Kind.NOTHING);
            return answer.orElse(NotFound.ANSWER);
        } catch (Refusal refusal) {
            note(device, making.asking, refusal.code() + ": " + refusal.sentence());
            throw refusal;
        }
    }

    private void note(Id<Device> device, Asking asking, String sent) {
        known.requests().note(device, new Steps(Said.of(asking.claim), LET_IN, asking.asked.file(), sent));
    }

    private Optional<Answer> decide(Making making, DeviceView view, String own) {
        Optional<Edition> edition = rooms.documents().edition(view, own);
        edition.ifPresent(made -> remember(making, view, made));
        return edition.flatMap(made -> made.form()
                .named(making.asking.asked.file(), made.mac())
                .map(file -> answer(making, view, new File(made, file, own))));
    }

    private record File(Edition edition, String name, String address) {}

    private Answer answer(Making making, DeviceView view, File file) {
        DocumentRenderer form = file.edition.form();
        if (form.listsContacts(file.name)) {
            return answer(
                    rooms.documents().render(form, file.name, file.edition.order(), Contacts.of(view, rooms.ledger())));
        }
        Validated answer = answer(file.edition.file(file.name));
        boolean own = making.asking.asked.address().equals(file.address);
        Pinned.of(view.identity()).filter(pinned -> own).ifPresent(pinned -> {
            Identity identity = view.identity();
            var owner = new Owner(identity.tenant(), identity.device().id(), pinned);
            keep(making.asking, owner, new Made(answer, Etag.bits(file.edition.hash()), making.heard));
        });
        return answer;
    }

    /** What the device must have: in memory, on its way to the store, and how many accounts it was ever given. */
    private void remember(Making making, DeviceView view, Edition edition) {
        Identity identity = view.identity();
        int before = identity.address().orElseThrow().positions();
        if (edition.positions() > before) {
            rooms.ledger().note(identity.tenant(), stores -> {
                stores.deviceAddresses().held(identity.device().id(), edition.positions());
                return edition;
            });
        }
        edition.main().ifPresent(main -> {
            long renewAt = rooms.kept().renewal(edition).getEpochSecond();
            var held = new RosterRow.Held(
                    Etag.bits(Edition.etag(main)), Etag.bits(edition.hash()), making.heard, (int) renewAt);
            known.roster().put(RosterRow.of(view, RosterRow.Token.NONE, held));
            rooms.kept().note(view, edition);
        });
    }

    private static Validated answer(Document document) {
        return answer(document.mediaType(), document.body().toArray(), Edition.etag(document));
    }

    private static Validated answer(String mediaType, byte[] body, String etag) {
        return new Validated(Content.of(mediaType, body).with("cache-control", CACHE_CONTROL), etag);
    }
}
