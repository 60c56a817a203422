package dev.slipway.base.fleet.messages;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.Identified;
import dev.slipway.base.fleet.Secret;
import java.util.List;
import java.util.Map;

/**
 * A message gateway as an administrator set it up.
 *
 * @param supplier whose interface it speaks, such as {@code vonage}
 * @param settings what that supplier's gateways are told, by name
 * @param secrets the same, for what must not be seen
 */
public record GatewaySetup(
        Id<GatewaySetup> id,
        String name,
        String supplier,
        Map<String, String> settings,
        Map<String, Secret> secrets,
        Use use)
        implements Identified<GatewaySetup> {
    public GatewaySetup {
        settings = Map.copyOf(settings);
        secrets = Map.copyOf(secrets);
    }

    /**
     * What it is used for.
     *
     * @param rank of several that could send a message, the higher is asked first
     * @param prefixes of phone numbers, such as {@code +41}; empty for all. The longest that fits beats the rank
     * @param kinds empty for all
     * @param perSecond most messages a second and server; 0 for no limit of ours
     */
    public record Use(boolean enabled, int rank, List<String> prefixes, List<MessageKind> kinds, int perSecond) {
        public Use {
            prefixes = List.copyOf(prefixes);
            kinds = List.copyOf(kinds);
        }
    }
}
