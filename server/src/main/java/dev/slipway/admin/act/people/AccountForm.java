package dev.slipway.admin.act.people;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.people.Account;
import java.util.Optional;

/**
 * An account.
 *
 * @param user login or id
 * @param kind {@code sip} when left out
 * @param secret left out: as before; never shown
 * @param service left out: active, labeled by its address, of any security model
 */
record AccountForm(
        String user, String address, Optional<String> kind, Optional<Secret> secret, Optional<ServiceForm> service)
        implements Form<Account> {
    private static final String KIND_USUAL = "sip";
    private static final ServiceForm USUAL = new ServiceForm(Optional.empty(), Optional.empty(), Optional.empty());

    /** How it is served. */
    public record ServiceForm(Optional<String> label, Optional<String> securityModel, Optional<Account.State> state) {
        Account.Service service(Acting acting) {
            return new Account.Service(
                    Shape.TEXT.checkUnlessEmpty(label),
                    securityModel
                            .filter(name -> !name.isEmpty())
                            .map(name -> acting.find(PeopleKinds.SECURITY_MODEL, name)
                                    .name())
                            .orElse(""),
                    state.orElse(Account.State.ACTIVE));
        }

        static ServiceForm of(Account.Service service) {
            return new ServiceForm(
                    Optional.of(service.label()), Optional.of(service.securityModel()), Optional.of(service.state()));
        }
    }

    static AccountForm of(Acting acting, Account account) {
        return new AccountForm(
                acting.name(PeopleKinds.USER, account.user()),
                account.address(),
                Optional.of(account.kind()),
                Optional.empty(),
                Optional.of(ServiceForm.of(account.service())));
    }

    @Override
    public String subject() {
        return address;
    }

    @Override
    public Account fill(Acting acting, Id<Account> id, Optional<Account> before) {
        return new Account(
                id,
                acting.find(PeopleKinds.USER, user).id(),
                Shape.WORD.check(kind.orElse(KIND_USUAL)),
                Shape.ADDRESS.check(address.strip()),
                secret.or(() -> before.flatMap(Account::secret)),
                service.orElse(USUAL).service(acting));
    }
}
