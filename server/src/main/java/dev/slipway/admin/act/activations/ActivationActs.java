package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.devices.Device;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import java.util.List;
import java.util.Optional;

/** The acts on activations; what they refuse stands at each. */
public final class ActivationActs {
    private ActivationActs() {}

    /** See {@link IssueActivation}. */
    public static Command<Issued> issue(ActivationForm form, Tenant tenant) {
        return new IssueActivation(form, tenant);
    }

    /** See {@link SendActivation}; both messages when {@code kinds} is empty. */
    public static Command<Activation> send(String id, Channel channel, List<MessageKind> kinds, Tenant tenant) {
        return new SendActivation(id, channel, kinds, Optional.empty(), tenant);
    }

    /** See {@link SendActivation}: everything, to the right number or address. */
    public static Command<Activation> correct(String id, Channel channel, String right, Tenant tenant) {
        return new SendActivation(id, channel, List.of(), Optional.of(right), tenant);
    }

    /** See {@link ReadCode}. */
    public static Command<Activation> readCode(String id) {
        return new OnOne(id, "activation.read-code", ReadCode::of);
    }

    /** See {@link RevokeActivation}. */
    public static Command<Activation> revoke(String id) {
        return new OnOne(id, "activation.revoke", RevokeActivation::of);
    }

    /** See {@link UndoActivation}. */
    public static Command<Activation> undo(String id) {
        return new OnOne(id, "activation.undo", UndoActivation::of);
    }

    /** See {@link ReportLost}. */
    public static Command<Device> lost(String device) {
        return new ReportLost(device);
    }

    /** The activation of that id, if its user is within reach; refuses {@code fleet.unknown}. */
    public static Activation find(Acting acting, String id) {
        return Id.<Activation>parse(id)
                .flatMap(acting.stores().activations()::find)
                .filter(found -> acting.reach().coversUser(found.user()))
                .orElseThrow(ActivationActs::unknown);
    }

    /** Like {@link #find}, and keeps others from changing it until the act is done. */
    static Activation locked(Acting acting, String id) {
        return acting.stores().activations().locked(find(acting, id).id()).orElseThrow(ActivationActs::unknown);
    }

    /** The same one, locked, while it is open; refuses {@code activation.over}. */
    static Activation open(Acting acting, Activation found) {
        if (!found.state().isOpen() || found.isOver(acting.now())) {
            throw new Refusal("activation.over", "This activation was used, revoked or is too old: issue a new one.");
        }
        return found;
    }

    /** Cancels those of its messages that wait. */
    static void takeBack(Acting acting, Activation activation) {
        acting.stores().messages().about(activation.id()).stream()
                .filter(message -> message.progress().state() == Message.State.QUEUED)
                .map(message -> acting.stores().messages().locked(message.id()))
                .flatMap(Optional::stream)
                .filter(message -> message.progress().state() == Message.State.QUEUED)
                .forEach(message -> acting.stores().messages().replace(message.canceled(acting.now())));
    }

    private static Refusal unknown() {
        return new Refusal("fleet.unknown", "There is no such activation; list those of the user.");
    }
}
