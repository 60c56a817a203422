package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Area;
import dev.slipway.admin.act.Command;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.acts.Act;
import dev.slipway.base.fleet.people.ApiToken;
import dev.slipway.base.identity.Tokens;

/** Issues a token for the REST API. It is shown in the answer and kept nowhere. */
public record IssueToken(TokenForm form) implements Command<IssueToken.Issued> {
    /** The record and, this once, the token. */
    public record Issued(ApiToken record, Secret token) {}

    @Override
    public Area area() {
        return PeopleKinds.TOKEN.area();
    }

    @Override
    public Act act(Acting acting) {
        return new Act("token.issue", form.administrator() + " " + form.name());
    }

    @Override
    public Issued run(Acting acting) {
        form.expires().filter(end -> !end.isAfter(acting.now())).ifPresent(end -> {
            throw new Refusal("token.expired", "That is in the past; give a later time, or none.");
        });
        Secret token = new Tokens(acting.means().random()).next();
        var record = new ApiToken(
                acting.newId(),
                acting.find(PeopleKinds.ADMINISTRATOR, form.administrator()).id(),
                Shape.NAME.check(form.name()),
                Tokens.sha256(token),
                form.expires());
        acting.stores().apiTokens().add(record);
        return new Issued(record, token);
    }
}
