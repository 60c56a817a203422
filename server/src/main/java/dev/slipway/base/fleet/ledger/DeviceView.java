package dev.slipway.base.fleet.ledger;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Delivery;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceAccount;
import dev.slipway.base.fleet.devices.DeviceAddress;
import dev.slipway.base.fleet.devices.DeviceDocument;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.ApplicationHost;
import dev.slipway.base.fleet.software.Release;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the answer to one device depends on, as it stood at one moment.
 *
 * @param horizon every change with a serial below this is seen
 */
public record DeviceView(
        Identity identity, Membership membership, Accounts accounts, Given given, Made made, long horizon) {

    /** Whose device it is, and what it is known by; the address is where it finds its files, if it was given one. */
    public record Identity(
            Id<Tenant> tenant,
            Device device,
            DeviceType type,
            Optional<User> user,
            List<DeviceIdentifier> identifiers,
            Optional<DeviceAddress> address) {
        public Identity {
            identifiers = List.copyOf(identifiers);
        }
    }

    /**
     * The groups it is in.
     *
     * @param ofUser those of its user, directly, by id
     * @param ofDevice its own, directly, by id
     * @param all those two and every group above them, in no order
     */
    public record Membership(List<Id<Group>> ofUser, List<Id<Group>> ofDevice, List<Group> all) {
        public Membership {
            ofUser = List.copyOf(ofUser);
            ofDevice = List.copyOf(ofDevice);
            all = List.copyOf(all);
        }
    }

    /**
     * The accounts that may stand on it.
     *
     * @param placed by position; empty when all accounts of the user stand on it
     * @param known those placed or else those of the user, oldest first, active or not
     */
    public record Accounts(List<DeviceAccount> placed, List<Account> known) {
        public Accounts {
            placed = List.copyOf(placed);
            known = List.copyOf(known);
        }
    }

    /**
     * What is given to it at any place, or could be by a setting.
     *
     * @param profiles assigned ones
     * @param applications assigned ones
     * @param releases of those applications: all that are published, and pinned ones in any state
     * @param hosts of all, and of the groups
     */
    public record Given(
            List<Assignment> assignments,
            List<Profile> profiles,
            List<Application> applications,
            List<Release> releases,
            List<ApplicationHost> hosts) {
        public Given {
            assignments = List.copyOf(assignments);
            profiles = List.copyOf(profiles);
            applications = List.copyOf(applications);
            releases = List.copyOf(releases);
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * What was made for it before.
     *
     * @param document the one asked for
     * @param deliveries by application
     */
    public record Made(Optional<DeviceDocument> document, List<Delivery> deliveries) {
        public Made {
            deliveries = List.copyOf(deliveries);
        }
    }
}
