package dev.slipway.door.phone;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceSeen;
import dev.slipway.base.fleet.devices.Seen;
import dev.slipway.base.fleet.ledger.Lookups;
import dev.slipway.base.http.Limits;
import dev.slipway.base.http.Listener;
import dev.slipway.base.http.Listening;
import dev.slipway.base.http.NotFound;
import dev.slipway.base.http.OffLoop;
import dev.slipway.base.http.ServerKey;
import dev.slipway.base.http.clients.ClientAuthorities;
import dev.slipway.base.identity.TokenKey;
import dev.slipway.core.enroll.KnownTypes;
import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.enroll.Strangers;
import dev.slipway.core.enroll.address.AddressAdmission;
import dev.slipway.core.enroll.address.AddressKey;
import dev.slipway.core.enroll.address.KnownAddresses;
import dev.slipway.core.enroll.requests.RequestLog;
import dev.slipway.core.enroll.requests.Strangeness;
import dev.slipway.core.enroll.roster.Roster;
import dev.slipway.core.enroll.roster.RosterFilling;
import dev.slipway.core.polling.WorkLine;
import dev.slipway.core.settings.Settings;
import dev.slipway.core.settings.catalog.KeyCatalog;
import dev.slipway.core.settings.document.DocumentRenderer;
import dev.slipway.core.settings.document.Documents;
import dev.slipway.core.settings.document.KeptEditions;
import dev.slipway.fake.TestLedger;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.crypto.spec.SecretKeySpec;

/** A door of phones on a real ledger, with a memory that can be begun anew, as a server's that was started again. */
final class PhoneDoor implements AutoCloseable {
    final TestLedger house = new TestLedger();
    final AddressAdmission addresses;
    final RequestLog requests = new RequestLog(house.clock);
    final Strangeness strangeness = new Strangeness();
    private final AddressKey key = new AddressKey(TokenKey.derivedFrom(new SecretKeySpec(new byte[32], "AES")));
    private final Vertx loops = Listener.loops();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final KeptEditions kept = new KeptEditions(house.files, house.clock);
    private final Optional<ServerKey> serverKey;
    private final ClientAuthorities authorities;
    private final LastSeen seen = new LastSeen(new Remembered());
    private final AbsentLedger ledger = new AbsentLedger(house.ledger);
    private Roster roster = new Roster();
    private PhoneCounts counts = new PhoneCounts();
    private Listening listening;
    String seenFrom = "";

    PhoneDoor() {
        this(Optional.empty(), ClientAuthorities.NONE);
    }

    /** With TLS when there is a key. */
    PhoneDoor(Optional<ServerKey> serverKey, ClientAuthorities authorities) {
        this.serverKey = serverKey;
        this.authorities = authorities;
        addresses = new AddressAdmission(ledger, key, house.clock, at -> seenFrom = at.address());
        house.ledger.onCommit(changes -> changes.forEach(change -> roster.heard(change)));
        listening = open();
    }

    /** Nothing is written of when somebody was seen. */
    private static final class Remembered implements DeviceSeen {
        @Override
        public void write(List<Seen> batch) {
            throw new UnsupportedOperationException("not in these tests");
        }

        @Override
        public Optional<Seen> last(Id<Tenant> tenant, Id<dev.slipway.base.fleet.devices.Device> device) {
            return Optional.empty();
        }
    }

    private Listening open() {
        var settings = new Settings(KeyCatalog.with(Documents.keys(Makers.all())), this::tenant);
        var documents = new Documents(settings, Makers.all(), this::tenant, house.clock);
        var phones = new Phones(
                new PhoneRooms(house.ledger, addresses, documents, kept, new KnownTypes(house.ledger)),
                new Remembering(
                        roster,
                        new KnownAddresses(roster, key, house.clock),
                        new Strangers(roster, house.clock),
                        seen,
                        requests,
                        strangeness),
                counts,
                new Phones.Work(
                        new OffLoop(threads, 64), new WorkLine(house.clock, house.random), house.random, house.clock));
        Router router = Router.router(loops);
        phones.register(router);
        router.route().last().handler(context -> NotFound.ANSWER.send(context.request()));
        return new Listener("127.0.0.1", 0, serverKey, Limits.USUAL, authorities, List.of())
                .start(loops, InstantSource.system(), phones.before(router));
    }

    /** From now on the database answers nothing, or answers again. */
    void absent(boolean absent) {
        ledger.absent = absent;
    }

    /** Ends and begins anew: memory holds what was written, and no bytes. */
    void restart() {
        listening.stop();
        kept.write();
        roster = new Roster();
        counts = new PhoneCounts();
        List<String> files = Makers.all().stream()
                .map(DocumentRenderer::files)
                .map(List::getFirst)
                .toList();
        house.fleet.read(files, new RosterFilling(roster, mark -> mark.expires(), horizon -> {}));
        roster.settle();
        listening = open();
    }

    /** How many requests were answered like that since the start. */
    long count(PhoneCounts.Kind kind) {
        return counts.of(kind);
    }

    private Optional<Tenant> tenant(Id<Tenant> id) {
        Lookups lookups = house.ledger.lookups();
        return lookups.tenants().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    int port() {
        return listening.port();
    }

    /** The secret part of a phone's own address. */
    String text(DeviceAddress address) {
        return addresses.text(house.tenant, address);
    }

    HttpResponse<String> get(String address, String file, String userAgent) throws IOException, InterruptedException {
        return send(request(address, file, userAgent));
    }

    HttpRequest.Builder request(String address, String file, String userAgent) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + listening.port() + "/d/" + address + "/" + file))
                .header("user-agent", userAgent);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        listening.stop();
        loops.close().await();
        threads.close();
        house.close();
    }
}
