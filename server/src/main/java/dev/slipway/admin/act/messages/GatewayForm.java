package dev.slipway.admin.act.messages;

import dev.slipway.admin.act.Acting;
import dev.slipway.admin.act.Form;
import dev.slipway.admin.act.Shape;
import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.MessageKind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message gateway.
 *
 * @param settings what its supplier's gateways are told
 * @param secrets the same, for what must not be seen; left out: as before
 * @param use left out: for everything
 */
record GatewayForm(
        String name,
        String supplier,
        Optional<Map<String, String>> settings,
        Optional<Map<String, Secret>> secrets,
        Optional<UseForm> use)
        implements Form<GatewaySetup> {
    /** Fields that say where a gateway's supplier is. */
    private static final List<String> PLACES = List.of("url", "host", "port", "token_url");

    private static final int RANK_MAX = 1_000;
    private static final int PER_SECOND_MAX = 10_000;
    private static final int PREFIXES_MAX = 300;
    private static final UseForm USUAL =
            new UseForm(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * What it is used for.
     *
     * @param enabled on when left out
     * @param rank of several that could send a message, the higher is asked first; 0 when left out
     * @param prefixes of phone numbers, such as {@code +41}; all when left out
     * @param kinds all when left out
     * @param perSecond most messages a second; no limit when left out or 0
     */
    public record UseForm(
            Optional<Boolean> enabled,
            Optional<Integer> rank,
            Optional<List<String>> prefixes,
            Optional<List<MessageKind>> kinds,
            Optional<Integer> perSecond) {
        GatewaySetup.Use use() {
            List<String> numbers = prefixes.orElse(List.of());
            numbers.forEach(UseForm::checkPrefix);
            within("the number of prefixes", numbers.size(), PREFIXES_MAX);
            return new GatewaySetup.Use(
                    enabled.orElse(true),
                    within("rank", rank.orElse(0), RANK_MAX),
                    numbers,
                    kinds.orElse(List.of()),
                    within("per_second", perSecond.orElse(0), PER_SECOND_MAX));
        }

        private static void checkPrefix(String prefix) {
            if (!prefix.matches("\\+[1-9][0-9]{0,14}")) {
                throw new Refusal("gateway.use", "A prefix reads +41: plus and the first digits of numbers.");
            }
        }

        private static int within(String name, int value, int most) {
            if (value < 0 || value > most) {
                throw new Refusal("gateway.use", "%s takes 0 to %d.".formatted(name, most));
            }
            return value;
        }

        static UseForm of(GatewaySetup.Use use) {
            return new UseForm(
                    Optional.of(use.enabled()),
                    Optional.of(use.rank()),
                    Optional.of(use.prefixes()),
                    Optional.of(use.kinds()),
                    Optional.of(use.perSecond()));
        }
    }

    static GatewayForm of(Acting acting, GatewaySetup gateway) {
        return new GatewayForm(
                gateway.name(),
                gateway.supplier(),
                Optional.of(new TreeMap<>(gateway.settings())),
                Optional.empty(),
                Optional.of(UseForm.of(gateway.use())));
    }

    @Override
    public String subject() {
        return name;
    }

    @Override
    public GatewaySetup fill(Acting acting, Id<GatewaySetup> id, Optional<GatewaySetup> before) {
        var hidden = new TreeMap<String, Secret>();
        before.filter(this::goesTheSameWay).ifPresent(known -> hidden.putAll(known.secrets()));
        secrets.ifPresent(hidden::putAll);
        var setup = new GatewaySetup(
                id,
                Shape.NAME.check(name),
                supplier,
                settings.orElse(Map.of()),
                hidden,
                use.orElse(USUAL).use());
        acting.means().suppliers().check(setup);
        return setup;
    }

    /** Secrets that nobody gave again must not be sent to another place than they were given for. */
    private boolean goesTheSameWay(GatewaySetup before) {
        Map<String, String> now = settings.orElse(Map.of());
        return before.supplier().equals(supplier)
                && PLACES.stream()
                        .allMatch(name ->
                                Objects.equals(now.get(name), before.settings().get(name)));
    }
}
