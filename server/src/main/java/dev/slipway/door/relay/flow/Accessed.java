package dev.slipway.door.relay.flow;

import dev.slipway.door.relay.flow.RelayCounts.Led;
import dev.slipway.door.relay.place.Caller;
import dev.slipway.door.relay.place.Destination;
import java.util.Locale;

/** What the access line of a connection will say; every word in it is of a fixed alphabet. */
final class Accessed {
    long up;
    long down;
    int requests;
    String code = "";
    private String led = "";
    private Ending ending = Ending.DONE;
    private char phase = '-';

    /** Where it was led first; later places are named behind it. */
    void led(Destination destination, RelayCounts counts) {
        Led count = counts.led(destination.word());
        count.connections().increment();
        if (led.isEmpty()) {
            led = destination.word();
        } else if (!led.contains(destination.word())) {
            led += "," + destination.word();
        }
    }

    /** The first reason is kept. */
    void ends(Ending why, char in) {
        if (phase == '-') {
            ending = why;
            phase = in;
        }
    }

    void write(Desk desk, Caller caller, int ticks) {
        desk.counts().ended(ending);
        if (desk.log().isOn()) {
            desk.log()
                    .line(String.format(
                            Locale.ROOT,
                            "{\"connection\":\"%s\",\"source\":\"%s\",\"port\":%d,\"to\":\"%s\",\"requests\":%d,"
                                    + "\"bytes_up\":%d,\"bytes_down\":%d,\"millis\":%d,"
                                    + "\"end\":\"%c%c\",\"code\":\"%s\"}",
                            caller.id(),
                            caller.source().getAddress().getHostAddress(),
                            caller.source().getPort(),
                            led,
                            requests,
                            up,
                            down,
                            ticks * Round.TICK.toMillis(),
                            ending.letter(),
                            phase,
                            code));
        }
    }
}
