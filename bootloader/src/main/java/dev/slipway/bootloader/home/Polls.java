package dev.slipway.bootloader.home;

import dev.slipway.bootloader.protocol.json.Json;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonObject;
import dev.slipway.bootloader.protocol.polling.PollState;
import dev.slipway.bootloader.protocol.polling.PollingPlan;
import java.time.Instant;
import java.util.Optional;

/**
 * When the device asked and when it will ask.
 *
 * @param plan the rule of the bundle accepted last; none = it does not ask by itself
 * @param state what the rule counts from
 * @param next the poll to come, if a rule says so
 */
public record Polls(Optional<PollingPlan> plan, PollState state, Optional<Instant> next) {
    /** Before the first contact. */
    static Polls fresh(Instant now) {
        return new Polls(Optional.empty(), PollState.fresh(now), Optional.empty());
    }

    /** After a contact at {@code now} that brought {@code rule}; the count starts anew when the rule changed. */
    public Polls contacted(Optional<PollingPlan> rule, Instant now) {
        return new Polls(rule, rule.equals(plan) ? state.polled(now) : PollState.fresh(now), Optional.empty());
    }

    /** With the time of the next poll. */
    public Polls due(Optional<Instant> at) {
        return new Polls(plan, state, at);
    }

    static Polls from(JsonAt at) {
        return new Polls(
                at.find("plan").map(PollingPlan::from),
                new PollState(
                        at.get("polls").whole(0, Long.MAX_VALUE),
                        at.get("plan_set").instant(),
                        at.get("last_contact").instant()),
                at.find("next").map(JsonAt::instant));
    }

    JsonObject toJson() {
        return JsonObject.EMPTY
                .withOptional("plan", plan.map(PollingPlan::toJson))
                .with("polls", state.polls())
                .with("plan_set", state.planSet().toString())
                .with("last_contact", state.lastContact().toString())
                .withOptional("next", next.map(Instant::toString).map(Json::of));
    }
}
