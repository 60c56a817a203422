package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.Shape;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Links;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.Person;
import dev.slipway.base.fleet.people.User;
import java.util.List;
import java.util.Optional;

/**
 * Sends the messages of an open activation again, both or one of them. With a corrected number or address the links of
 * before are void, since somebody else has them. Refuses {@code activation.over}, {@code activation.kind},
 * {@code activation.not-ready}, and what a person's data refuse.
 *
 * @param activation its id
 * @param kinds both when empty
 * @param corrected phone number or e-mail address that was wrong before
 */
record SendActivation(
        String activation, Channel channel, List<MessageKind> kinds, Optional<String> corrected, Tenant tenant)
        implements Command<Activation> {
    private static final List<MessageKind> BOTH = List.of(MessageKind.INSTALLATION, MessageKind.ACTIVATION);

    public SendActivation {
        kinds = kinds.isEmpty() ? BOTH : List.copyOf(kinds);
        if (!BOTH.containsAll(kinds)) {
            throw new Refusal("activation.kind", "An activation sends installation and activation messages only.");
        }
    }

    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act(
                corrected.isPresent() ? "activation.correct" : "activation.send",
                acting.name(
                        PeopleKinds.USER,
                        ActivationActs.find(acting, activation).user()));
    }

    @Override
    public Activation run(Acting acting) {
        Activation before = ActivationActs.open(acting, ActivationActs.locked(acting, activation));
        User user = acting.stores().users().locked(before.user()).orElseThrow();
        Activation after = before;
        if (corrected.isPresent()) {
            user = correct(acting, user, corrected.get());
            Links links = before.links();
            after = before.with(new Links(links.generation() + 1, links.expires(), links.withPin(), links.code()));
            acting.stores().activations().replace(after);
        }
        ActivationActs.takeBack(acting, after);
        var mail = new Mail(acting, tenant);
        new Readiness(acting, user, after.aim(), mail).require(Optional.of(channel), kinds, false);
        mail.send(after, user, channel, kinds);
        return after;
    }

    private User correct(Acting acting, User before, String right) {
        Person person = before.person();
        var after = new User(
                before.id(),
                before.login(),
                switch (channel) {
                    case SMS -> new Person(person.name(), person.email(), Shape.PHONE.check(right), person.locale());
                    case EMAIL -> new Person(person.name(), Shape.EMAIL.check(right), person.phone(), person.locale());
                },
                before.state(),
                before.credential());
        acting.stores().users().replace(after);
        return after;
    }
}
