package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Create;
import dev.slipway.admin.act.activations.ActivationForm.AccountWish;
import dev.slipway.admin.act.activations.ActivationForm.SendingWish;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.placement.PlacementKinds;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Aim;
import dev.slipway.base.fleet.acts.Activation.Code;
import dev.slipway.base.fleet.acts.Activation.Links;
import dev.slipway.base.fleet.acts.Activation.Made;
import dev.slipway.base.fleet.acts.Activation.State;
import dev.slipway.base.fleet.acts.Activation.Traces;
import dev.slipway.base.fleet.acts.Import;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import dev.slipway.base.fleet.placement.Placed;
import dev.slipway.base.fleet.placement.Profile;
import dev.slipway.base.identity.Tokens;
import dev.slipway.core.enroll.ActivationTickets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Issues activations inside one transaction, one or ten thousand: what they share is looked up once. */
public final class Issuing {
    /** A code can be guessed, so it ends before the link does. */
    private static final Duration CODE_LIFE = Duration.ofHours(24);

    private final Acting acting;
    private final Tenant tenant;
    private final Optional<Id<Import>> batch;
    private final Tokens tokens;
    private final Map<String, Id<Profile>> profiles = new HashMap<>();
    private final Set<ActivationForm> ready = new HashSet<>();
    private final Mail mail;

    /**
     * Issues for that tenant.
     *
     * @param batch that they are part of
     */
    public Issuing(Acting acting, Tenant tenant, Optional<Id<Import>> batch) {
        this.acting = acting;
        this.tenant = tenant;
        this.batch = batch;
        this.tokens = new Tokens(acting.means().random());
        this.mail = new Mail(acting, tenant);
    }

    /** Who it is for, while it is being made. */
    private record Subject(User user, Optional<Account> account, Set<Made> made) {
        boolean isNew(Made what) {
            return made.contains(what);
        }
    }

    /** Issues one; refuses as {@link IssueActivation}. */
    public Issued issue(ActivationForm form) {
        SendingWish sending = form.sent();
        Instant until = acting.now().plus(sending.life()).truncatedTo(ChronoUnit.SECONDS);
        Subject subject = subject(form);
        form.profile().ifPresent(name -> assign(name, subject));
        Aim aim = aim(form, subject);
        requireReady(form, subject.user(), aim);
        if (!subject.isNew(Made.ACCOUNT)) {
            revokeEarlier(aim);
        }
        var activation = new Activation(
                acting.newId(),
                aim,
                State.ISSUED,
                new Links(1, until, sending.withPin(), new Code(codeUntil(acting, until), 0)),
                Optional.empty(),
                Traces.since(acting.now()));
        Optional<Secret> ticket =
                sending.way().isPresent() || sending.withPin() ? Optional.empty() : Optional.of(tokens.next());
        Activation kept = ticket.map(one -> ActivationTickets.minted(activation, one, until))
                .orElse(activation);
        acting.stores().activations().add(kept);
        sending.way().ifPresent(channel -> mail.send(kept, subject.user(), channel, kinds(sending)));
        return new Issued(
                kept, subject.user(), subject.account(), tenant, sending.way().isPresent(), ticket);
    }

    static Instant codeUntil(Acting acting, Instant until) {
        Instant end = acting.now().plus(CODE_LIFE).truncatedTo(ChronoUnit.SECONDS);
        return end.isBefore(until) ? end : until;
    }

    private static List<MessageKind> kinds(SendingWish sending) {
        if (sending.way().isEmpty()) {
            return List.of();
        }
        return sending.hasInstallation()
                ? List.of(MessageKind.INSTALLATION, MessageKind.ACTIVATION)
                : List.of(MessageKind.ACTIVATION);
    }

    private Subject subject(ActivationForm form) {
        if (form.user().isPresent() == form.person().isPresent()) {
            throw new Refusal("activation.one-person", "Name either a user who exists, or a new person.");
        }
        Set<Made> made = EnumSet.noneOf(Made.class);
        User user = form.user()
                .map(login -> acting.find(PeopleKinds.USER, login))
                .orElseGet(() -> {
                    made.add(Made.USER);
                    return new Create<>(
                                    PeopleKinds.USER,
                                    form.person().orElseThrow().form())
                            .run(acting);
                });
        Optional<Account> account = form.account().map(wish -> account(user, wish, made));
        return new Subject(user, account, made);
    }

    private Account account(User user, AccountWish wish, Set<Made> made) {
        Optional<Account> known = made.contains(Made.USER)
                ? Optional.empty()
                : acting.stores().accounts().of(user.id()).stream()
                        .filter(one ->
                                one.address().equalsIgnoreCase(wish.address().strip()))
                        .findFirst();
        return known.orElseGet(() -> {
            made.add(Made.ACCOUNT);
            var account = wish.fill(acting, user, tokens.next());
            acting.stores().accounts().add(account);
            return acting.inReach(PeopleKinds.ACCOUNT, account);
        });
    }

    private void assign(String profile, Subject subject) {
        Account to = subject.account()
                .orElseThrow(() -> new Refusal(
                        "activation.no-account",
                        "A profile is given to an account: name the account, or leave it out."));
        var place = new Place.OfAccount(to.id());
        var placed = new Placed.OfProfile(profiles.computeIfAbsent(
                profile, name -> acting.find(PlacementKinds.PROFILE, name).id()));
        boolean there = !subject.isNew(Made.ACCOUNT)
                && acting.stores().assignments().to(Set.of(place)).stream()
                        .anyMatch(given -> given.placed().equals(placed));
        if (!there) {
            acting.stores().assignments().add(new Assignment(acting.newId(), placed, place, 0, false, acting.now()));
        }
    }

    private Aim aim(ActivationForm form, Subject subject) {
        Optional<Device> replaces = form.wanted().replaces().map(name -> acting.find(DeviceKinds.DEVICE, name));
        replaces.filter(device -> device.state() == Device.State.RETIRED).ifPresent(device -> {
            throw new Refusal(
                    "device.state",
                    "The device %s is retired already: it has nothing left to hand on.".formatted(device.name()));
        });
        Optional<DeviceType> type = form.wanted().type().map(name -> acting.find(DeviceKinds.DEVICE_TYPE, name));
        if (form.sent().withPin() && type.filter(one -> one.family().direct()).isPresent()) {
            throw new Refusal(
                    "activation.no-page", "Devices of this type open no page that could ask for a PIN: leave it out.");
        }
        return new Aim(
                subject.user().id(),
                subject.account().map(Account::id),
                type.map(DeviceType::id),
                replaces.map(Device::id),
                batch,
                subject.made());
    }

    /** Of many who differ only in who they are, the first stands for all; what concerns each is looked at for each. */
    private void requireReady(ActivationForm form, User user, Aim aim) {
        SendingWish sending = form.sent();
        var readiness = new Readiness(acting, user, aim, mail);
        boolean known = !ready.add(form.withoutPerson());
        readiness.require(sending.way(), kinds(sending), known);
    }

    /** Those that only let a device log on stand beside each other: a person may have several computers. */
    private void revokeEarlier(Aim aim) {
        if (aim.account().isPresent()) {
            acting.stores().activations().of(aim.user()).stream()
                    .filter(earlier -> earlier.state().isOpen())
                    .filter(earlier -> earlier.aim().account().equals(aim.account()))
                    .filter(earlier -> earlier.aim().type().equals(aim.type()))
                    .forEach(earlier -> RevokeActivation.always(acting, earlier));
        }
    }
}
