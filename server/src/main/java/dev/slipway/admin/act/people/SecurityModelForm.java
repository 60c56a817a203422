package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.people.SecurityModel;
import java.util.Optional;

/** A security model. */
record SecurityModelForm(String name, Optional<String> description) implements Form<SecurityModel> {
    static SecurityModelForm of(Acting acting, SecurityModel model) {
        return new SecurityModelForm(model.name(), Optional.of(model.description()));
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public SecurityModel fill(Acting acting, Id<SecurityModel> id, Optional<SecurityModel> before) {
        return new SecurityModel(id, Shape.WORD.check(name), Shape.TEXT.checkUnlessEmpty(description));
    }
}
