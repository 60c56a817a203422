package dev.slipway.door.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.fleet.acts.Activation.State;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Ownership;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.Origin;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.ActivationTickets;
import dev.slipway.core.enroll.Source;
import dev.slipway.core.enroll.activation.ActivationDesk;
import dev.slipway.core.enroll.activation.ActivationDocument.Written;
import dev.slipway.core.enroll.activation.ActivationLinks;
import dev.slipway.core.enroll.activation.DocumentDesk;
import dev.slipway.core.enroll.activation.Standing;
import dev.slipway.core.enroll.activation.Standing.Guest;
import dev.slipway.fake.Refusals;
import dev.slipway.fake.TestLedger;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentDeskTest {
    private static final Source PHONE = new Source("203.0.113.7", "LinphoneAndroid/5.2", true, "");
    private static final Source OTHER = new Source("198.51.100.9", "LinphoneiOS/5.2", true, "");
    private final TestActivations world = new TestActivations();
    private final TestLedger house = world.house;
    private final ActivationLinks links = world.links;
    private final ActivationDesk desk = world.desk;
    private final DocumentDesk documents = world.documents;
    private final User ada = world.ada;

    @AfterEach
    void close() {
        world.close();
    }

    private Activation activation(String type) {
        return world.activation(type);
    }

    private String link(Activation activation) {
        return links.text(house.tenant, activation, Page.ACTIVATION);
    }

    private Guest guest(Activation activation) {
        assertThat(desk.look(link(activation), Page.ACTIVATION)).isInstanceOf(Standing.Open.class);
        return ((Standing.Open) desk.look(link(activation), Page.ACTIVATION)).guest();
    }

    private Secret clicked(Activation activation) {
        return desk.click(guest(activation), "");
    }

    private State stateOf(Activation activation) {
        return house.find(stores -> stores.activations().find(activation.id()))
                .orElseThrow()
                .state();
    }

    private Account.State accountState() {
        return house.find(stores -> stores.accounts().find(world.account.id()))
                .orElseThrow()
                .service()
                .state();
    }

    private static String text(Optional<Written> written) {
        return new String(written.orElseThrow().body().toArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void looking_at_pages_redeems_nothing() {
        Activation activation = activation("linphone");
        for (int i = 0; i < 3; i++) {
            desk.opened(guest(activation), Page.ACTIVATION);
        }

        assertThat(stateOf(activation)).isEqualTo(State.ISSUED);
        assertThat(accountState()).isEqualTo(Account.State.DISABLED);
        assertThat(guest(activation).activation().traces().opened()).isPresent();
    }

    @Test
    void the_first_fetch_makes_the_device_activates_the_account_and_gives_it_its_own_address() {
        Activation activation = activation("linphone");
        Secret ticket = clicked(activation);
        Optional<Written> document = documents.fetch(link(activation), ticket, "linphone.xml", PHONE);

        assertThat(text(document)).contains("config-uri", "https://default.example.com/d/", "ada@example.com");
        assertThat(document.orElseThrow().mediaType()).startsWith("application/xml");
        assertThat(stateOf(activation)).isEqualTo(State.REDEEMED);
        assertThat(accountState()).isEqualTo(Account.State.ACTIVE);
        assertThat(house.list(stores -> stores.devices().of(ada.id())))
                .extracting(Device::state)
                .containsExactly(Device.State.ACTIVE);
    }

    @Test
    void the_same_client_gets_the_same_bytes_for_fifteen_minutes_and_nobody_else_anything() {
        Activation activation = activation("linphone");
        Secret ticket = clicked(activation);
        String first = text(documents.fetch(link(activation), ticket, "linphone.xml", PHONE));

        assertThat(text(documents.fetch(link(activation), ticket, "linphone.xml", PHONE)))
                .isEqualTo(first);
        assertThat(documents.fetch(link(activation), ticket, "linphone.xml", OTHER))
                .isEmpty();
        house.clock.pass(Duration.ofMinutes(15));
        assertThat(documents.fetch(link(activation), ticket, "linphone.xml", PHONE))
                .isEmpty();
        assertThat(house.list(stores -> stores.devices().of(ada.id()))).hasSize(1);
    }

    @Test
    void of_fifty_who_come_with_one_ticket_one_wins() throws Exception {
        Activation activation = activation("linphone");
        Secret ticket = clicked(activation);
        List<Callable<Boolean>> calls = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(i -> () -> documents
                        .fetch(
                                link(activation),
                                ticket,
                                "linphone.xml",
                                new Source("10.0." + i + ".1", "Linphone", true, ""))
                        .isPresent())
                .toList();
        int winners = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> each : threads.invokeAll(calls)) {
                winners += each.get() ? 1 : 0;
            }
        }

        assertThat(winners).isEqualTo(1);
        assertThat(house.list(stores -> stores.devices().of(ada.id()))).hasSize(1);
    }

    @Test
    void a_ticket_lives_ten_minutes_and_the_link_goes_on() {
        Activation activation = activation("linphone");
        Secret ticket = clicked(activation);
        house.clock.pass(ActivationDesk.TICKET_LIFE);

        assertThat(documents.fetch(link(activation), ticket, "linphone.xml", PHONE))
                .isEmpty();
        assertThat(documents.fetch(link(activation), clicked(activation), "linphone.xml", PHONE))
                .isPresent();
    }

    @Test
    void a_second_click_makes_the_ticket_before_void() {
        Activation activation = activation("linphone");
        Secret first = clicked(activation);
        Secret second = clicked(activation);

        assertThat(documents.fetch(link(activation), first, "linphone.xml", PHONE))
                .isEmpty();
        assertThat(documents.fetch(link(activation), second, "linphone.xml", PHONE))
                .isPresent();
    }

    @Test
    void a_ticket_is_good_for_the_documents_of_its_own_type_and_link_only() {
        Activation activation = activation("linphone");
        Activation another = activation("baresip");
        Secret ticket = clicked(activation);

        assertThat(documents.fetch(link(activation), ticket, "activation.slipway", PHONE))
                .isEmpty();
        assertThat(documents.fetch(link(activation), ticket, "nothing.xml", PHONE))
                .isEmpty();
        assertThat(documents.fetch(link(another), ticket, "linphone.xml", PHONE))
                .isEmpty();
        assertThat(documents.fetch("x", ticket, "linphone.xml", PHONE)).isEmpty();
        assertThat(stateOf(activation)).isEqualTo(State.CLICKED);
    }

    @Test
    void the_document_of_the_bootloader_is_redeemed_by_its_log_on_and_not_by_a_browser() {
        Activation activation = activation("java");
        Secret ticket = clicked(activation);
        Optional<Written> document = documents.fetch(link(activation), ticket, "activation.slipway", PHONE);

        assertThat(document.orElseThrow().mediaType()).isEqualTo("application/vnd.slipway.activation+json");
        assertThat(text(document)).contains("\"slipway_activation\":1", ticket.reveal(), "it@default.example.com");
        assertThat(stateOf(activation)).isEqualTo(State.CLICKED);
        assertThat(documents.fetch(link(activation), ticket, "activation.slipway", OTHER))
                .isPresent();
    }

    @Test
    void settings_that_cannot_be_written_redeem_nothing() {
        house.write(stores -> {
            var broken = new Profile(
                    Id.next(house.random),
                    "broken",
                    Profile.Kind.PROFILE,
                    Origin.OWN,
                    List.of(new Setting("account.registrar", "${host.nowhere}", Ownership.ENFORCED)));
            stores.profiles().add(broken);
            stores.assignments()
                    .add(new Assignment(
                            Id.next(house.random),
                            new Placed.OfProfile(broken.id()),
                            new Place.OfUser(ada.id()),
                            0,
                            false,
                            house.clock.instant()));
            return broken;
        });
        Activation activation = activation("linphone");
        Secret ticket = clicked(activation);

        assertThat(Refusals.codeOf(() -> documents.fetch(link(activation), ticket, "linphone.xml", PHONE)))
                .isEqualTo("bundle.placeholder-missing");
        assertThat(stateOf(activation)).isEqualTo(State.CLICKED);
        assertThat(house.list(stores -> stores.devices().of(ada.id()))).isEmpty();
    }

    @Test
    void a_link_of_a_client_without_pages_is_the_ticket_itself() {
        Activation activation = activation("linphone");
        String link = link(activation);
        String first = text(documents.direct(link, PHONE));

        assertThat(text(documents.direct(link, PHONE))).isEqualTo(first);
        assertThat(documents.direct(link, OTHER)).isEmpty();
        assertThat(stateOf(activation)).isEqualTo(State.REDEEMED);
    }

    @Test
    void a_direct_link_for_a_bootloader_holds_a_ticket_that_logs_on() {
        Activation activation = activation("java");
        String document = text(documents.direct(link(activation), PHONE));
        String ticket = new JsonObject(document).getString("ticket");

        assertThat(new ActivationTickets(house.ledger, house.clock).usable(new Secret(ticket), "anybody"))
                .isPresent();
        assertThat(stateOf(activation)).isEqualTo(State.CLICKED);
    }

    @Test
    void a_phone_that_replaces_one_without_positions_keeps_the_account_it_was_activated_with() {
        Activation first = activation("linphone");
        documents.fetch(link(first), clicked(first), "linphone.xml", PHONE);
        Id<Device> old =
                house.list(stores -> stores.devices().of(ada.id())).getFirst().id();
        house.write(stores -> {
            stores.deviceAccounts().place(old, List.of());
            return old;
        });
        Activation before = activation("linphone");
        var aim = new Activation.Aim(
                ada.id(), before.aim().account(), before.aim().type(), Optional.of(old), Optional.empty(), Set.of());
        Activation next = house.activation(aim, new Tokens(house.random).next(), Duration.ofDays(1));

        documents.fetch(link(next), clicked(next), "linphone.xml", OTHER);

        Device made = house.list(stores -> stores.devices().of(ada.id())).stream()
                .filter(device -> device.state() == Device.State.ACTIVE)
                .findFirst()
                .orElseThrow();
        assertThat(house.list(stores -> stores.deviceAccounts().of(made.id())))
                .extracting(DeviceAccount::account)
                .containsExactly(world.account.id());
        assertThat(house.find(stores -> stores.devices().find(old)))
                .map(Device::state)
                .contains(Device.State.RETIRED);
    }

    @Test
    void a_code_leads_to_the_page_whatever_way_it_is_typed_and_five_wrong_ones_end_it() {
        Activation activation = activation("linphone");
        String code = links.code(house.tenant, activation);
        String typed = code.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + " - " + code.substring(4);

        assertThat(type("ADA", typed, PHONE)).isEqualTo(link(activation));
        assertThat(type("0000", code, PHONE)).as("the last four digits").isEqualTo(link(activation));
        for (int i = 0; i < ActivationDesk.FAILURES_MAX; i++) {
            Source elsewhere = new Source("192.0.2." + i, "x", true, "");
            assertThat(Refusals.codeOf(() -> type("ada", "00000000", elsewhere)))
                    .isEqualTo("logon.refused");
        }
        assertThat(Refusals.codeOf(() -> type("ada", code, OTHER))).isEqualTo("logon.refused");
        assertThat(stateOf(activation)).as("the link goes on").isEqualTo(State.ISSUED);
    }

    private String type(String who, String code, Source source) {
        return desk.typed("", source, new ActivationDesk.Typed(who, code));
    }

    @Test
    void ended_links_say_why_and_foreign_ones_say_nothing() {
        Activation used = activation("linphone");
        documents.fetch(link(used), clicked(used), "linphone.xml", PHONE);
        Activation revoked = activation("linphone");
        house.write(stores -> {
            stores.activations().replace(revoked.in(State.REVOKED));
            return revoked;
        });
        Activation expired = activation("linphone");
        house.clock.pass(Duration.ofDays(1));

        assertThat(why(used)).isInstanceOf(Standing.Used.class);
        assertThat(why(revoked)).isInstanceOf(Standing.Revoked.class);
        assertThat(why(expired)).isInstanceOf(Standing.Expired.class);
        assertThat(desk.look("a".repeat(39), Page.ACTIVATION)).isInstanceOf(Standing.Unknown.class);
        assertThat(desk.look(links.text(house.tenant, used, Page.INSTALLATION), Page.ACTIVATION))
                .isInstanceOf(Standing.Unknown.class);
    }

    private Standing.Why why(Activation activation) {
        Standing standing = desk.look(link(activation), Page.ACTIVATION);
        assertThat(standing).isInstanceOf(Standing.Ended.class);
        return ((Standing.Ended) standing).why();
    }
}
