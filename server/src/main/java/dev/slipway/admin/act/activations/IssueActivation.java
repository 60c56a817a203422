package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Act;
import java.util.Optional;

/**
 * The CSR's act, whole: user, account (disabled until the activation), profile, activation, and the messages queued.
 * An earlier open activation of the same user and account is void from then on. Refuses {@code activation.not-ready},
 * {@code activation.life}, {@code activation.one-person}, and what its parts refuse.
 */
record IssueActivation(ActivationForm form, Tenant tenant) implements Command<Issued> {
    @Override
    public Area area() {
        return Area.ACTIVATIONS;
    }

    @Override
    public Act act(Acting acting) {
        return new Act("activation.issue", form.subject());
    }

    @Override
    public Issued run(Acting acting) {
        return new Issuing(acting, tenant, Optional.empty()).issue(form);
    }
}
