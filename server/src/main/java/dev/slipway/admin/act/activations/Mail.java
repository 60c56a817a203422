package dev.slipway.admin.act.activations;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.messages.Posting;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.Tenant;
import dev.slipway.base.fleet.acts.Activation;
import dev.slipway.base.fleet.acts.Activation.Page;
import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Message;
import dev.slipway.base.fleet.messages.MessageKind;
import dev.slipway.base.fleet.people.User;
import dev.slipway.core.enroll.activation.ActivationLinks;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The messages of activations: the one that installs and the one that activates, each by itself. */
final class Mail {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Acting acting;
    private final Tenant tenant;
    private final List<GatewaySetup> gateways;
    private final Map<Id<GatewaySetup>, Boolean> tested = new HashMap<>();

    Mail(Acting acting, Tenant tenant) {
        this.acting = acting;
        this.tenant = tenant;
        this.gateways = acting.stores().gateways().all();
    }

    void send(Activation activation, User user, Channel channel, List<MessageKind> kinds) {
        var posting = new Posting(acting, gateways, user, channel);
        kinds.forEach(kind -> posting.queue(
                new Message.Content(
                        kind, user.person().locale(), variables(activation, user, kind), Optional.of(activation.id())),
                activation.links().expires()));
    }

    /** Who would carry it; refuses as {@link Posting#gateway}. */
    GatewaySetup gateway(User user, Channel channel, MessageKind kind) {
        return new Posting(acting, gateways, user, channel).gateway(kind);
    }

    boolean isTested(GatewaySetup gateway) {
        return tested.computeIfAbsent(
                gateway.id(), id -> acting.stores().gateways().tested(id).isPresent());
    }

    private Map<String, Secret> variables(Activation activation, User user, MessageKind kind) {
        ActivationLinks links = acting.means().links();
        var variables = new HashMap<>(Posting.person(user));
        if (kind == MessageKind.INSTALLATION) {
            variables.put("link", secret(links.address(tenant, activation, Page.INSTALLATION)));
        } else {
            variables.put("link", secret(links.address(tenant, activation, Page.ACTIVATION)));
            variables.put("code", secret(links.code(tenant.id(), activation)));
            variables.put("expires", secret(UNTIL.format(activation.links().expires())));
        }
        return variables;
    }

    private static Secret secret(Object text) {
        return new Secret(text.toString());
    }
}
