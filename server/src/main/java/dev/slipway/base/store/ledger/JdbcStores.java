package dev.slipway.base.store.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import dev.slipway.base.fleet.Records;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activations;
import dev.slipway.base.fleet.acts.Deliveries;
import dev.slipway.base.fleet.acts.Imports;
import dev.slipway.base.fleet.acts.Journal;
import dev.slipway.base.fleet.acts.KeptAnswers;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccounts;
import dev.slipway.base.fleet.devices.DeviceAddresses;
import dev.slipway.base.fleet.devices.DeviceDocuments;
import dev.slipway.base.fleet.devices.DeviceEvents;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.devices.Devices;
import dev.slipway.base.fleet.devices.Subscription;
import dev.slipway.base.fleet.ledger.DeviceView;
import dev.slipway.base.fleet.ledger.Stores;
import dev.slipway.base.fleet.messages.Gateways;
import dev.slipway.base.fleet.messages.Messages;
import dev.slipway.base.fleet.messages.Wordings;
import dev.slipway.base.fleet.people.Accounts;
import dev.slipway.base.fleet.people.Administrator;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.fleet.people.Groups;
import dev.slipway.base.fleet.people.SecurityModel;
import dev.slipway.base.fleet.people.SipServers;
import dev.slipway.base.fleet.people.Users;
import dev.slipway.base.fleet.people.Webhooks;
import dev.slipway.base.fleet.placement.Assignments;
import dev.slipway.base.fleet.placement.Profiles;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.Applications;
import dev.slipway.base.fleet.software.DownloadAddress;
import dev.slipway.base.fleet.software.Releases;
import dev.slipway.base.store.acts.ActStores;
import dev.slipway.base.store.devices.DeviceStores;
import dev.slipway.base.store.messages.MessageStores;
import dev.slipway.base.store.people.PeopleStores;
import dev.slipway.base.store.placement.PlacementStores;
import dev.slipway.base.store.software.SoftwareStores;
import dev.slipway.base.store.sql.Desk;
import java.util.function.Supplier;

/** All stores at one desk. */
record JdbcStores(
        Desk desk,
        PeopleStores people,
        DeviceStores device,
        SoftwareStores software,
        PlacementStores placement,
        ActStores acts)
        implements Stores {
    JdbcStores(Desk desk) {
        this(
                desk,
                new PeopleStores(desk),
                new DeviceStores(desk),
                new SoftwareStores(desk),
                new PlacementStores(desk),
                new ActStores(desk));
    }

    @Override
    public Id<Tenant> tenant() {
        return desk.tenant();
    }

    /** Checks of references are planned once a session, by a full look at a table that was empty then. */
    @Override
    public void expectMany() {
        desk.statement("discard plans");
        desk.statement("set local enable_seqscan = off");
    }

    @Override
    public <T> T attempt(Supplier<T> part) {
        return desk.attempt(part);
    }

    @Override
    public DeviceView view(Id<Device> device, String file) {
        return desk.sql(DeviceViewSql.OF_ID)
                .bind("device", device)
                .bind("file", file)
                .first(new DeviceViewRow(desk))
                .orElseThrow(
                        () -> new Refusal("device.unknown", "there is no device " + device + "; list them all to see"));
    }

    @Override
    public Users users() {
        return people.users();
    }

    @Override
    public Groups groups() {
        return people.groups();
    }

    @Override
    public Accounts accounts() {
        return people.accounts();
    }

    @Override
    public Records<Subscription> subscriptions() {
        return device.subscriptions();
    }

    @Override
    public SipServers sipServers() {
        return people.sipServers();
    }

    @Override
    public Webhooks webhooks() {
        return people.webhooks();
    }

    @Override
    public Named<SecurityModel> securityModels() {
        return people.securityModels();
    }

    @Override
    public Named<Administrator> administrators() {
        return people.administrators();
    }

    @Override
    public Records<ApiToken> apiTokens() {
        return people.apiTokens();
    }

    @Override
    public Devices devices() {
        return device.devices();
    }

    @Override
    public Named<DeviceType> deviceTypes() {
        return device.deviceTypes();
    }

    @Override
    public DeviceAccounts deviceAccounts() {
        return device.deviceAccounts();
    }

    @Override
    public DeviceDocuments deviceDocuments() {
        return device.deviceDocuments();
    }

    @Override
    public DeviceAddresses deviceAddresses() {
        return device.deviceAddresses();
    }

    @Override
    public DeviceEvents deviceEvents() {
        return device.deviceEvents();
    }

    @Override
    public Applications applications() {
        return software.applications();
    }

    @Override
    public Releases releases() {
        return software.releases();
    }

    @Override
    public Records<DownloadAddress> downloadAddresses() {
        return software.downloadAddresses();
    }

    @Override
    public Records<ApplicationHost> applicationHosts() {
        return software.applicationHosts();
    }

    @Override
    public Profiles profiles() {
        return placement.profiles();
    }

    @Override
    public Assignments assignments() {
        return placement.assignments();
    }

    @Override
    public Deliveries deliveries() {
        return acts.deliveries();
    }

    @Override
    public Activations activations() {
        return acts.activations();
    }

    @Override
    public Journal journal() {
        return acts.journal();
    }

    @Override
    public Imports imports() {
        return acts.imports();
    }

    @Override
    public KeptAnswers keptAnswers() {
        return acts.keptAnswers();
    }

    @Override
    public Messages messages() {
        return new MessageStores(desk).messages();
    }

    @Override
    public Gateways gateways() {
        return new MessageStores(desk).gateways();
    }

    @Override
    public Wordings wordings() {
        return new MessageStores(desk).wordings();
    }
}
