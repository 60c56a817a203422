package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Code;
import dev.slipway.base.fleet.acts.Activation.Links;

/**
 * Reads out the code that a person types who has no link at hand. It counts for another day from now, and wrong ones
 * before are forgotten. Refuses {@code activation.over}.
 */
final class ReadCode {
    private ReadCode() {}

    static Activation of(Acting acting, Activation locked) {
        Activation before = ActivationActs.open(acting, locked);
        Links links = before.links();
        var code = new Code(Issuing.codeUntil(acting, links.expires()), 0);
        var after = new Activation(
                before.id(),
                before.aim(),
                before.state(),
                new Links(links.generation(), links.expires(), links.withPin(), code),
                before.ticket(),
                before.traces());
        acting.stores().activations().replace(after);
        return after;
    }
}
