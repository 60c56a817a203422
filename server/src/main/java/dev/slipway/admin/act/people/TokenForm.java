package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.people.ApiToken;
import java.time.Instant;
import java.util.Optional;

/**
 * A token as it is shown; {@link IssueToken} makes one.
 *
 * @param administrator login or id
 * @param expires left out for never
 */
public record TokenForm(String administrator, String name, Optional<Instant> expires) implements Form<ApiToken> {
    static TokenForm of(Acting acting, ApiToken token) {
        return new TokenForm(
                acting.name(PeopleKinds.ADMINISTRATOR, token.administrator()), token.name(), token.expires());
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public ApiToken fill(Acting acting, Id<ApiToken> id, Optional<ApiToken> before) {
        throw new Refusal("token.unchanging", "A token is issued or removed, never changed; issue another one.");
    }
}
