package dev.slipway.admin.cli.wap;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.wap.push.Part;
import dev.slipway.base.wire.wap.push.Ports;
import dev.slipway.base.wire.wap.push.PushPdu;
import dev.slipway.base.wire.wap.push.PushType;
import dev.slipway.base.wire.wap.push.SegmentPlan;
import dev.slipway.base.wire.wap.push.ShortMessage;
import dev.slipway.base.wire.wap.push.SmsSubmit;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** A document as the push that carries it, whole, in messages or as TPDUs, and what that costs. */
final class PushCommand {
    private static final int NARROW_MAX = 0xFF;
    private static final int WIDE_MAX = 0xFFFF;
    private static final HexFormat HEX = HexFormat.of();

    private PushCommand() {}

    static void options(CommandSpec push) {
        push.addOption(WapCommands.flag("--segments", "One message a line: its user data, header with it."));
        push.addOption(WapCommands.option("--to", "NUMBER", "One TPDU a line, for a modem, to this number."));
        push.addOption(WapCommands.option("--port", "PORT", "To which port; 2948, or 49999 for older settings."));
        push.addOption(WapCommands.option("--source-port", "PORT", "From which port; 9200, or 49154."));
        push.addOption(WapCommands.option("--reference", "NUMBER", "Of a long message, 0 to 255; else any."));
        push.addOption(WapCommands.flag("--wide-reference", "The reference has 16 bits: 0 to 65535."));
        push.addOption(WapCommands.option("--price", "AMOUNT", "Of one message, to be told the price of all."));
    }

    static boolean run(Call call) {
        Source source = Source.of(call);
        byte[] body = source.bytes(call);
        var push = new PushPdu(1, type(call, source, body), body);
        SegmentPlan plan = plan(call, push, ports(call, source));
        if (call.option("--to").isPresent()) {
            String number = number(call);
            plan.segments().forEach(data -> call.out().println(HEX.formatHex(SmsSubmit.encode(number, data))));
        } else if (call.flag("--segments")) {
            plan.segments().forEach(data -> call.out().println(HEX.formatHex(data.toArray())));
        } else {
            call.out().println(HEX.formatHex(push.toArray()));
        }
        tell(call, push.toArray().length, plan);
        return true;
    }

    private static PushType type(Call call, Source source, byte[] body) {
        Optional<String> method = call.option("--sec");
        if (source instanceof Source.Ota(var settings)) {
            if (method.isPresent()) {
                throw new Refusal("wap.argument", "Settings for older phones cannot be signed; leave --sec out.");
            }
            return new PushType.Named(settings.mediaType());
        }
        if (method.isEmpty()) {
            call.warn(
                    "wap.unsigned",
                    "Anybody can send such a push, so most phones drop it or ask the person; sign it by --sec.");
            return new PushType.Connectivity(Optional.empty());
        }
        Signing signing = Signing.of(call, method.get(), body);
        signing.told().ifPresent(pin -> call.say("pin  " + pin.digits()));
        return new PushType.Connectivity(Optional.of(signing.signature()));
    }

    private static Ports ports(Call call, Source source) {
        Ports usual = source instanceof Source.Ota ? Ports.OTA_SETTINGS : Ports.PUSH;
        return new Ports(
                call.number("--port", WIDE_MAX, usual.destination()),
                call.number("--source-port", WIDE_MAX, usual.source()));
    }

    private static SegmentPlan plan(Call call, PushPdu push, Ports ports) {
        boolean wide = call.flag("--wide-reference");
        int most = wide ? WIDE_MAX : NARROW_MAX;
        var reference = new SegmentPlan.Reference(
                call.number("--reference", most, call.random().nextInt(most + 1)), wide);
        if (push.toArray().length > SegmentPlan.bytesMax(reference)) {
            throw new Refusal(
                    "wap.too-long",
                    "The push needs more than the %d messages that a long one has; split the document."
                            .formatted(Part.TOTAL_MAX));
        }
        return SegmentPlan.of(push, ports, reference);
    }

    private static String number(Call call) {
        return call.option("--to")
                .filter(SmsSubmit::isNumber)
                .orElseThrow(
                        () -> new Refusal("wap.argument", "--to takes a number of digits, with + before the country."));
    }

    private static void tell(Call call, int bytes, SegmentPlan plan) {
        int count = plan.segments().size();
        call.say("%d bytes in %d %s of at most %d octets; %d more would fit"
                .formatted(bytes, count, count == 1 ? "message" : "messages", ShortMessage.BYTES_MAX, plan.free()));
        call.amount("--price")
                .ifPresent(price -> call.say("price %s".formatted(price.multiply(BigDecimal.valueOf(count)))));
    }
}
