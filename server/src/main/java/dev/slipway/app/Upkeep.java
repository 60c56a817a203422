package dev.slipway.app;

import dev.slipway.app.Foundation.Chance;
import dev.slipway.base.jobs.Job;
import dev.slipway.base.jobs.NodeJobs;
import dev.slipway.base.store.jobs.ClusterJobs;
import dev.slipway.base.store.jobs.Housekeeping;
import dev.slipway.core.bundle.Trust;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;

/**
 * What the server does from time to time, so that nobody has to: some of it once in the cluster, some on each node.
 */
record Upkeep(Foundation base, Trust trust, Chance chance) {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int NODE_DIGITS = 8;

    /** Begins all of it; {@code certificates} looks at this node's certificate. */
    void start(Runnable certificates, Started started) {
        var house = new Housekeeping(base.database(), chance.clock());
        NodeJobs ofNode = NodeJobs.start(ofNode(house, certificates));
        started.ending(ofNode::close);
        String node = HexFormat.of().toHexDigits(chance.random().nextLong(), NODE_DIGITS);
        ClusterJobs ofCluster = ClusterJobs.start(base.database(), node, ofCluster(house), chance.clock());
        started.ending(ofCluster::close);
    }

    private List<Job> ofNode(Housekeeping house, Runnable certificates) {
        return List.of(
                new Job("trust.refresh", MINUTE, trust::refresh),
                new Job("certificate.look", MINUTE, certificates),
                new Job("artifacts.sweep", HOUR, () -> base.artifacts().removeUnreferenced(house::isReferenced, DAY)));
    }

    private List<Job> ofCluster(Housekeeping house) {
        return List.of(
                new Job("trust.renew", DAY, trust::renewWhenDue),
                new Job("activations.expire", HOUR, house::expireActivations),
                new Job("change-log.prune", DAY, house::pruneChanges),
                new Job("answers.prune", HOUR, house::pruneAnswers),
                new Job("events.prune", DAY, house::pruneEvents),
                new Job("messages.expire", HOUR, house::expireMessages),
                new Job("messages.prune", DAY, house::pruneMessages),
                new Job("webhooks.prune", HOUR, house::pruneCalls),
                new Job("requests.prune", HOUR, house::pruneRequests));
    }
}
