package dev.slipway.app;

import dev.slipway.app.Foundation.Chance;
import dev.slipway.base.fleet.acts.Change;
import dev.slipway.base.identity.HashQueue;
import dev.slipway.base.identity.Passwords;
import dev.slipway.base.store.ledger.JdbcLedger;
import dev.slipway.base.store.ledger.JdbcRooms;
import dev.slipway.core.bundle.Bundles;
import dev.slipway.core.bundle.Publishing;
import dev.slipway.core.bundle.Trust;
import dev.slipway.core.enroll.KnownTenants;
import dev.slipway.core.enroll.KnownTypes;
import dev.slipway.core.message.Suppliers;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.door.phone.Makers;
import java.util.List;
import java.util.stream.Stream;

/** What the house decides, on its foundation. */
record Core(
        Trust trust, Settings settings, Passwords passwords, Decisions decisions, ReadModel readModel, Known known) {

    /** What devices get, and how it gets there. */
    record Decisions(Bundles bundles, Publishing publishing, Documents documents) {}

    /** Records that are few and needed where nothing may be looked up, and who carries messages. */
    record Known(KnownTenants tenants, KnownTypes types, Suppliers suppliers) {}

    /** Makes it; the roster is being filled when this returns. */
    static Core start(Foundation base, Suppliers suppliers, Chance chance, Started started) {
        JdbcRooms rooms = base.rooms();
        JdbcLedger ledger = rooms.ledger();
        Trust trust = Trust.start(rooms.keys(), chance.random(), chance.clock());
        var tenants = new KnownTenants(ledger.lookups());
        List<DocumentRenderer> makers = Makers.all();
        var settings = new Settings(KeyCatalog.with(Documents.keys(makers)), tenants::find);
        var types = new KnownTypes(ledger);
        ReadModel readModel = ReadModel.start(
                new ReadModel.Fleet(rooms.fleet(), rooms.changes()),
                files(makers),
                others -> learn(others, tenants, types, trust),
                chance.clock());
        started.ending(readModel::close);
        ledger.onCommit(readModel::committed);
        ledger.onCommit(tenants::changed);
        ledger.onCommit(types::changed);
        var hashes = new HashQueue(Runtime.getRuntime().availableProcessors(), chance.clock());
        return new Core(
                trust,
                settings,
                new Passwords(hashes, chance.random()),
                new Decisions(
                        new Bundles(ledger, trust, settings, chance.clock()),
                        new Publishing(ledger, trust, base.artifacts(), chance.random(), chance.clock()),
                        new Documents(settings, makers, tenants::find, chance.clock())),
                readModel,
                new Known(tenants, types, suppliers));
    }

    /** What every device asks for by itself: its bundle, or the main file of its format. */
    private static List<String> files(List<DocumentRenderer> makers) {
        return Stream.concat(Stream.of(Bundles.FILE), makers.stream().map(form -> form.files()
                        .getFirst()))
                .distinct()
                .toList();
    }

    /** Another node, or a change of keys, which concerns every tenant. */
    private static void learn(List<Change> others, KnownTenants tenants, KnownTypes types, Trust trust) {
        types.changed(others);
        if (others.stream().anyMatch(change -> change.kind() == Change.Kind.TENANT)) {
            tenants.changed(others);
            trust.refresh();
        }
    }
}
