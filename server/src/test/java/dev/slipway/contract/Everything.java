package dev.slipway.contract;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.acts.KeptAnswer;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.Subscription;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.messages.Wording;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.Role;
import dev.slipway.base.fleet.people.SecurityModel;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Release;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** One row of every table of a tenant. */
record Everything(House house, Persons persons, Things things, Placing placing) {
    private static final DeviceAddress.Pin PIN = new DeviceAddress.Pin("snom", "D785", "Mozilla", "7f0000", "");
    static final DeviceIdentifier MARK = new DeviceIdentifier("mac", "020000000001");

    record Persons(User user, Group group, Account account, Administrator administrator, SecurityModel model) {}

    record Things(DeviceType type, Device device, Application application, Release release, Profile profile) {}

    record Placing(Subscription subscription, ApiToken token, DownloadAddress address, ApplicationHost host) {}

    static Everything of(House house) {
        User user = Samples.user(house.id(), "everybody");
        Group group = Samples.group(house.id(), "everything", Optional.empty());
        Account account = Samples.account(house.id(), user.id(), "sip:everybody@example.com");
        Administrator root =
                new Administrator(house.id(), "root", Role.ADMINISTRATOR, Optional.of("$x"), List.of(group.id()));
        SecurityModel model = new SecurityModel(house.id(), "strict", "words");
        DeviceType type = Samples.type(house.id(), "Type");
        Device device = Samples.device(house.id(), "Device", type.id(), Optional.of(user.id()));
        Application application = Samples.application(house.id(), "app");
        Release release = Samples.release(house.id(), application.id(), "1.0");
        Profile profile = Samples.profile(house.id(), "Profile");
        return new Everything(
                house,
                new Persons(user, group, account, root, model),
                new Things(type, device, application, release, profile),
                new Placing(
                        new Subscription(
                                house.id(), "001", "89", "+44", Optional.of(user.id()), Optional.of(device.id())),
                        new ApiToken(house.id(), root.id(), "ci", house.hash(1), Optional.of(House.NOON)),
                        new DownloadAddress(
                                house.id(),
                                application.id(),
                                "linux",
                                "",
                                Optional.of(URI.create("https://a.example.com/x")),
                                Optional.empty()),
                        new ApplicationHost(house.id(), "sip", "sip.example.com", 5061, Optional.of(group.id()))));
    }

    User user() {
        return persons.user;
    }

    Group group() {
        return persons.group;
    }

    Account account() {
        return persons.account;
    }

    Administrator administrator() {
        return persons.administrator;
    }

    SecurityModel securityModel() {
        return persons.model;
    }

    DeviceType type() {
        return things.type;
    }

    Device device() {
        return things.device;
    }

    Application application() {
        return things.application;
    }

    Release release() {
        return things.release;
    }

    Profile profile() {
        return things.profile;
    }

    Subscription subscription() {
        return placing.subscription;
    }

    ApiToken apiToken() {
        return placing.token;
    }

    DownloadAddress address() {
        return placing.address;
    }

    ApplicationHost host() {
        return placing.host;
    }

    /** Derived from the user, so that it is the same each time. */
    Activation activation() {
        return Samples.activation(new Id<>(user().id().value()), user().id(), house.hash(2));
    }

    Assignment assignment() {
        return new Assignment(
                new Id<>(profile().id().value()),
                new Placed.OfProfile(profile().id()),
                new Place.OfUser(user().id()),
                3,
                true,
                House.NOON);
    }

    void add(Stores stores) {
        stores.users().add(user());
        stores.groups().add(group());
        stores.users().join(user().id(), group().id());
        stores.accounts().add(account());
        stores.securityModels().add(securityModel());
        stores.administrators().add(administrator());
        stores.apiTokens().add(apiToken());
        stores.deviceTypes().add(type());
        addDevice(stores);
        stores.applications().add(application());
        stores.releases().add(release());
        stores.downloadAddresses().add(address());
        stores.applicationHosts().add(host());
        stores.profiles().add(profile());
        stores.assignments().add(assignment());
        stores.activations().add(activation());
        addMessages(stores);
        stores.keptAnswers().keep(new KeptAnswer("key", "hash", 201, "{}"));
    }

    private void addMessages(Stores stores) {
        stores.gateways().add(gateway());
        stores.messages().add(message());
        stores.wordings()
                .set(new Wording(new Wording.Key(MessageKind.TEST, Channel.EMAIL, "de-ch"), "Subject", "Text"));
    }

    /** Derived from the user, as the activation is. */
    GatewaySetup gateway() {
        return Samples.gateway(new Id<>(user().id().value()), "main");
    }

    Message message() {
        return Samples.message(
                new Id<>(user().id().value()), user().id(), gateway().id());
    }

    private void addDevice(Stores stores) {
        stores.devices().add(device());
        stores.devices().join(device().id(), group().id());
        stores.devices().identify(device().id(), List.of(MARK));
        stores.deviceAddresses().keep(directory());
        stores.devices().token(device().id(), house.hash(3));
        stores.subscriptions().add(subscription());
        stores.deviceAccounts()
                .place(
                        device().id(),
                        List.of(new DeviceAccount(device().id(), 1, account().id(), "Line 1")));
        stores.deviceDocuments().keep(Samples.document(device().id(), 1, "e1", 5), 0);
        stores.deviceEvents().add(device().id(), List.of(Samples.event(1), Samples.event(2)));
        stores.deliveries().put(Samples.delivery(device().id(), true, Delivery.State.OFFERED));
    }

    /** Where its device finds its files. */
    DeviceAddress directory() {
        return new DeviceAddress(device().id(), 3, House.NOON, Optional.of(PIN), 0);
    }
}
