package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Made;
import dev.slipway.base.fleet.acts.Activation.State;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.placement.Assignment;
import dev.slipway.base.fleet.placement.Place;
import java.util.Set;

/**
 * Takes an activation back as if it had never been issued, with the account and the user that were made for it. Only
 * until a message of it was sent or a device came. Refuses {@code activation.too-late} and {@code fleet.in-use}.
 */
final class UndoActivation {
    private UndoActivation() {}

    static Activation of(Acting acting, Activation found) {
        boolean clicked = found.state() == State.CLICKED || found.state() == State.REDEEMED;
        boolean sent = acting.stores().messages().about(found.id()).stream()
                .map(message -> acting.stores().messages().locked(message.id()).orElse(message))
                .anyMatch(message -> isOut(message.progress().state()));
        if (clicked || sent) {
            throw new Refusal(
                    "activation.too-late",
                    "A message of it is out, or a device came: revoke it, or report the device.");
        }
        ActivationActs.takeBack(acting, found);
        acting.stores().activations().remove(found.id());
        found.aim()
                .account()
                .filter(account -> found.aim().made().contains(Made.ACCOUNT))
                .ifPresent(account -> {
                    for (Assignment given : acting.stores().assignments().to(Set.of(new Place.OfAccount(account)))) {
                        acting.stores().assignments().remove(given.id());
                    }
                    acting.stores().accounts().remove(account);
                });
        if (found.aim().made().contains(Made.USER)) {
            removeUser(acting, found);
        }
        return found;
    }

    private static void removeUser(Acting acting, Activation found) {
        boolean used = !acting.stores().devices().of(found.user()).isEmpty()
                || !acting.stores().accounts().of(found.user()).isEmpty()
                || !acting.stores().activations().of(found.user()).isEmpty();
        if (used) {
            throw new Refusal(
                    "fleet.in-use", "The user has got devices, accounts or activations since: revoke it instead.");
        }
        acting.stores().users().remove(found.user());
    }

    private static boolean isOut(Message.State state) {
        return switch (state) {
            case SENDING, SENT, DELIVERED, UNKNOWN -> true;
            case QUEUED, FAILED, EXPIRED, CANCELED -> false;
        };
    }
}
