package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Named;
import dev.slipway.base.fleet.Records;
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
import java.util.function.Supplier;

/**
 * The stores of one tenant, inside one transaction.
 */
public interface Stores {
    Id<Tenant> tenant();

    /**
     * All that the answer to a device depends on, by one statement.
     *
     * @param file the document whose last edition is wanted with it; empty text for none
     * @throws dev.slipway.base.fleet.Refusal {@code device.unknown}
     */
    DeviceView view(Id<Device> device, String file);

    /**
     * Says that this transaction adds rows by the thousand: the database plans by what it knew of its tables before.
     */
    void expectMany();

    /** Does a part of the work so that a refusal of it, which it throws, undoes that part and nothing else. */
    <T> T attempt(Supplier<T> part);

    Users users();

    Groups groups();

    Accounts accounts();

    Records<Subscription> subscriptions();

    Named<SecurityModel> securityModels();

    SipServers sipServers();

    Webhooks webhooks();

    Named<Administrator> administrators();

    Records<ApiToken> apiTokens();

    Devices devices();

    Named<DeviceType> deviceTypes();

    DeviceAccounts deviceAccounts();

    DeviceDocuments deviceDocuments();

    DeviceAddresses deviceAddresses();

    DeviceEvents deviceEvents();

    Applications applications();

    Releases releases();

    Records<DownloadAddress> downloadAddresses();

    Records<ApplicationHost> applicationHosts();

    Profiles profiles();

    Assignments assignments();

    Deliveries deliveries();

    Activations activations();

    Journal journal();

    KeptAnswers keptAnswers();

    Imports imports();

    Messages messages();

    Gateways gateways();

    Wordings wordings();
}
