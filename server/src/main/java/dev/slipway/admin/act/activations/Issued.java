package dev.slipway.admin.act.activations;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.people.Account;
import dev.slipway.base.fleet.people.User;
import java.util.Optional;

/**
 * An activation as it was just issued.
 *
 * @param isSent whether its links are on their way, and nobody need see them
 * @param ticket for a document that is handed over by hand
 */
public record Issued(
        Activation activation,
        User user,
        Optional<Account> account,
        Tenant tenant,
        boolean isSent,
        Optional<Secret> ticket) {}
