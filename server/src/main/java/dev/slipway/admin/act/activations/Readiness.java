package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Activation.Aim;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.Group;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.fleet.placement.Setting;
import dev.slipway.base.fleet.software.ApplicationHost;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is still missing before an activation makes sense, so that a CSR hears of it and not the person. */
final class Readiness {
    private static final Pattern HOST = Pattern.compile("\\$\\{(?:host|port)\\.([a-z0-9_-]+)}");

    private final Acting acting;
    private final User user;
    private final Aim aim;
    private final Mail mail;

    Readiness(Acting acting, User user, Aim aim, Mail mail) {
        this.acting = acting;
        this.user = user;
        this.aim = aim;
        this.mail = mail;
    }

    /**
     * Refuses {@code activation.not-ready}, naming every gap.
     *
     * @param known whether one for somebody else with the same profile, type and groups was ready
     */
    void require(Optional<Channel> channel, List<MessageKind> kinds, boolean known) {
        var gaps = new ArrayList<Gap>();
        if (!known) {
            gaps.addAll(gapsOfAll(kinds));
        }
        channel.stream()
                .flatMap(way -> kinds.stream().flatMap(kind -> gateway(way, kind).stream()))
                .distinct()
                .forEach(gaps::add);
        if (!gaps.isEmpty()) {
            throw new Refusal(
                    "activation.not-ready",
                    "Something is missing first. "
                            + gaps.stream()
                                    .map(gap -> gap.what() + ": " + gap.sentence())
                                    .collect(Collectors.joining(" ")));
        }
    }

    /** What does not depend on the person's own data. */
    private List<Gap> gapsOfAll(List<MessageKind> kinds) {
        var gaps = new ArrayList<Gap>();
        List<Profile> profiles = profiles();
        if (aim.account().isPresent() && profiles.isEmpty()) {
            gaps.add(new Gap(
                    "profile", "No profile reaches this account: name one, or assign one to a group of the user."));
        }
        unknownHosts(profiles)
                .ifPresent(roles -> gaps.add(new Gap(
                        "hosts",
                        "Settings name hosts that nobody entered (" + roles + "): create these application hosts.")));
        if (kinds.contains(MessageKind.INSTALLATION)) {
            download().ifPresent(gaps::add);
        }
        return List.copyOf(gaps);
    }

    /** Those that reach the account: for everyone, for its device type, its user's groups, its user, itself. */
    private List<Profile> profiles() {
        var places = new HashSet<Place>();
        places.add(new Place.Everyone());
        places.add(new Place.OfUser(user.id()));
        aim.account().ifPresent(account -> places.add(new Place.OfAccount(account)));
        aim.type().ifPresent(type -> places.add(new Place.OfDeviceType(type)));
        groups().forEach(group -> places.add(new Place.OfGroup(group)));
        return acting.stores().assignments().to(places).stream()
                .map(Assignment::placed)
                .flatMap(placed -> placed instanceof Placed.OfProfile of ? Stream.of(of.profile()) : Stream.empty())
                .distinct()
                .map(acting.stores().profiles()::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The user's groups and those above them. */
    private Set<Id<Group>> groups() {
        var found = new LinkedHashSet<Id<Group>>();
        for (Group group : acting.stores().users().groupsOf(user.id())) {
            Optional<Group> next = Optional.of(group);
            while (next.isPresent() && found.add(next.get().id())) {
                next = next.get().parent().flatMap(acting.stores().groups()::find);
            }
        }
        return found;
    }

    private Optional<String> unknownHosts(List<Profile> profiles) {
        Set<String> named = profiles.stream()
                .flatMap(profile -> profile.settings().stream())
                .map(Setting::value)
                .flatMap(value -> HOST.matcher(value).results())
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!named.isEmpty()) {
            acting.stores().applicationHosts().stream()
                    .map(ApplicationHost::role)
                    .forEach(named::remove);
        }
        return named.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", named));
    }

    private Optional<Gap> gateway(Channel channel, MessageKind kind) {
        try {
            GatewaySetup gateway = mail.gateway(user, channel, kind);
            return mail.isTested(gateway)
                    ? Optional.empty()
                    : Optional.of(new Gap(
                            "gateway",
                            "The gateway %s was not tested since it was last changed: send a test message by it."
                                    .formatted(gateway.name())));
        } catch (Refusal refusal) {
            return Optional.of(
                    new Gap(refusal.code().equals("message.no-address") ? "address" : "gateway", refusal.sentence()));
        }
    }

    /** A platform of computers has the Bootloader's own package; a desk phone has its software. */
    private Optional<Gap> download() {
        return aim.type()
                .flatMap(acting.stores().deviceTypes()::find)
                .filter(type -> type.family().platform().equals("softphone"))
                .filter(type ->
                        acting.stores().downloadAddresses().stream().findAny().isEmpty())
                .map(DeviceType::name)
                .map(name -> new Gap(
                        "download-address",
                        "Nothing says where %s is got: create a download address, or send no installation message."
                                .formatted(name)));
    }

    /**
     * Something that is missing.
     *
     * @param what a word for it
     * @param sentence what to do
     */
    record Gap(String what, String sentence) {}
}
