package dev.slipway.door.relay.center;

import io.netty.channel.Channel;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection of a site that has said who it is.
 *
 * @param key SHA-256 (hex) of its public key
 * @param process that dialled it
 * @param epoch when that process began
 * @param streams of devices that pass through it now
 */
record SiteConnection(Channel channel, String key, String process, long epoch, AtomicInteger streams) {
    SiteConnection(Channel channel, String key, String process, long epoch) {
        this(channel, key, process, epoch, new AtomicInteger());
    }
}
