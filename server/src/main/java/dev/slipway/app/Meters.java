package dev.slipway.app;

import dev.slipway.base.fleet.messages.Message;
import dev.slipway.core.enroll.LastSeen;
import dev.slipway.core.message.MessageCounts;
import dev.slipway.core.settings.document.KeptEditions;
import dev.slipway.door.phone.PhoneCounts;
import dev.slipway.door.phone.pnp.PnpCounts;
import dev.slipway.door.portal.PollCounts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** What {@code /metrics} shows; read only when somebody asks, so counting costs a poll one addition. */
final class Meters {
    private static final String POLLS = "slipway.polls";

    private Meters() {}

    /** How often each door answered how. */
    record Counts(PollCounts polls, PhoneCounts phones, PnpCounts pnp, MessageCounts messages) {}

    /** What is not written yet. */
    record Waiting(LastSeen seen, KeptEditions files) {}

    static PrometheusMeterRegistry of(ReadModel model, Counts counts, Waiting waiting) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        counts(registry, counts);
        model(registry, model);
        waiting(registry, waiting);
        return registry;
    }

    private static void counts(PrometheusMeterRegistry registry, Counts counts) {
        PollCounts polls = counts.polls;
        polls(registry, "not-modified", polls.notModified());
        polls(registry, "whole", polls.whole());
        polls(registry, "made", polls.made());
        polls(registry, "refused", polls.refused());
        polls(registry, "later", polls.later());
        phones(registry, counts.phones);
        pnp(registry, counts.pnp);
        messages(registry, counts.messages);
        new ProcessorMetrics().bindTo(registry);
    }

    private static void model(PrometheusMeterRegistry registry, ReadModel model) {
        Gauge.builder("slipway.roster.devices", model, known -> known.roster().size())
                .description("Devices in memory")
                .register(registry);
        Gauge.builder("slipway.roster.bytes", model, known -> known.roster().bytes())
                .description("Bytes of the arrays that hold them")
                .register(registry);
        Gauge.builder(
                        "slipway.roster.filling.seconds",
                        model,
                        known -> known.filledIn().toMillis() / 1e3)
                .description("Time it took to load them at start")
                .register(registry);
        Gauge.builder(
                        "slipway.change.log.lag.seconds",
                        model,
                        known -> known.lag().toMillis() / 1e3)
                .description("Time since the change log was last read to its end")
                .register(registry);
    }

    private static void waiting(PrometheusMeterRegistry registry, Waiting waiting) {
        LastSeen seen = waiting.seen;
        KeptEditions files = waiting.files;
        Gauge.builder("slipway.last.seen.waiting", seen, LastSeen::waiting)
                .description("Devices whose last contact is not written yet")
                .register(registry);
        FunctionCounter.builder("slipway.last.seen.passed.over", seen, LastSeen::passedOver)
                .description("Contacts not noted because too many waited")
                .register(registry);
        Gauge.builder("slipway.files.waiting", files, KeptEditions::waiting)
                .description("Devices whose files are not written yet")
                .register(registry);
        FunctionCounter.builder("slipway.files.passed.over", files, KeptEditions::passedOver)
                .description("Files not written because too many waited")
                .register(registry);
    }

    private static void phones(PrometheusMeterRegistry registry, PhoneCounts counts) {
        for (PhoneCounts.Kind kind : PhoneCounts.Kind.values()) {
            FunctionCounter.builder("slipway.phone.requests", counts, counted -> counted.of(kind))
                    .tag("answer", word(kind))
                    .description("Requests for files of phones, by what they were answered from")
                    .register(registry);
        }
    }

    private static void messages(PrometheusMeterRegistry registry, MessageCounts counts) {
        for (Message.State state : Message.State.values()) {
            FunctionCounter.builder("slipway.messages", counts, counted -> counted.of(state))
                    .tag("state", state.name().toLowerCase(Locale.ROOT))
                    .description("Attempts at messages by the state they left them in")
                    .register(registry);
        }
    }

    private static void pnp(PrometheusMeterRegistry registry, PnpCounts counts) {
        for (PnpCounts.End end : PnpCounts.End.values()) {
            FunctionCounter.builder("slipway.pnp", counts, counted -> counted.of(end))
                    .tag("end", word(end))
                    .description("Phones that asked the network for their server, by what came of it")
                    .register(registry);
        }
    }

    private static void polls(PrometheusMeterRegistry registry, String answer, LongAdder count) {
        FunctionCounter.builder(POLLS, count, LongAdder::sum)
                .tag("answer", answer)
                .description("Polls of bundles by how they were answered")
                .register(registry);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
