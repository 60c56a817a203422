package dev.slipway.admin.act.software;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.software.Application;
import dev.slipway.base.fleet.software.Origin;
import java.util.Optional;

/**
 * An application.
 *
 * @param title its name when left out
 * @param installOrder 100 when left out; lower is installed first
 * @param later true when it waits until the user's session is over
 * @param origin own when left out
 */
record ApplicationForm(
        String name,
        Optional<String> title,
        Optional<Integer> installOrder,
        Optional<Boolean> later,
        Optional<Origin> origin)
        implements Form<Application> {
    private static final int INSTALL_ORDER_USUAL = 100;

    static ApplicationForm of(Acting acting, Application application) {
        return new ApplicationForm(
                application.name(),
                Optional.of(application.title()),
                Optional.of(application.installOrder()),
                Optional.of(application.later()),
                Optional.of(application.origin()));
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public Application fill(Acting acting, Id<Application> id, Optional<Application> before) {
        return new Application(
                id,
                Shape.SLUG.check(name),
                Shape.NAME.check(title.orElse(name)),
                installOrder.orElse(INSTALL_ORDER_USUAL),
                later.orElse(false),
                origin.orElse(Origin.OWN));
    }
}
