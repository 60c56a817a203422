package dev.slipway.door.portal;

import dev.slipway.base.fleet.Secret;
import dev.slipway.base.fleet.devices.DeviceIdentifier;
import dev.slipway.base.fleet.devices.DeviceType;
import dev.slipway.base.fleet.people.User;
import dev.slipway.base.http.Answer;
import dev.slipway.base.http.Content;
import dev.slipway.bootloader.protocol.DeviceClaim;
import dev.slipway.bootloader.protocol.LogonAnswer;
import dev.slipway.bootloader.protocol.LogonRequest;
import dev.slipway.bootloader.protocol.json.JsonAt;
import dev.slipway.bootloader.protocol.json.JsonReader;
import dev.slipway.bootloader.protocol.json.JsonWriter;
import dev.slipway.core.enroll.Claim;
import dev.slipway.core.enroll.LogOn;
import dev.slipway.core.enroll.LoggedOn;
import dev.slipway.core.enroll.Proof;
import dev.slipway.core.enroll.Source;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code POST /boot/v1/logon}: a claim and a proof become a device with a token. */
final class BootLogon {
    static final String PATH = "/boot/v1/logon";

    private final LogOn logOn;

    BootLogon(LogOn logOn) {
        this.logOn = logOn;
    }

    /** On the event loop: who is to be turned away is, before the attempt costs more than its body. */
    Callable<Answer> take(Asked asked, byte[] body) {
        JsonAt document = JsonReader.document(body);
        Proof proof = proof(LogonRequest.proof(document));
        logOn.turnAway(asked.alias(), asked.source(), proof);
        return () -> {
            Claim claim = claim(asked.source(), LogonRequest.from(document).claim());
            return answer(logOn.logOn(new LogOn.Attempt(asked.alias(), claim, proof)));
        };
    }

    private static Answer answer(LoggedOn done) {
        return Content.of("application/json", JsonWriter.compact(said(done).toJson()))
                .with("cache-control", "no-store");
    }

    private static Claim claim(Source source, DeviceClaim said) {
        Map<String, String> fields = Map.of(
                "platform", said.system().platform(),
                "architecture", said.system().architecture(),
                "os", said.system().os(),
                "os_version", said.system().osVersion(),
                "maker", said.machine().maker(),
                "model", said.machine().model(),
                "serial", said.machine().serial(),
                "free_bytes", Long.toString(said.freeBytes()),
                "bootloader_version", said.bootloaderVersion());
        List<DeviceIdentifier> identifiers = said.identifiers().entrySet().stream()
                .flatMap(kind -> kind.getValue().stream().map(value -> new DeviceIdentifier(kind.getKey(), value)))
                .toList();
        return new Claim(source, fields, identifiers);
    }

    private static Proof proof(LogonRequest.Proof shown) {
        return switch (shown) {
            case LogonRequest.Credentials known ->
                new Proof.Password(known.login(), new Secret(known.password().reveal()));
            case LogonRequest.Ticket ticket ->
                new Proof.Ticket(new Secret(ticket.ticket().reveal()));
        };
    }

    private static LogonAnswer said(LoggedOn done) {
        User user = done.user();
        List<String> why = done.recognized().explanation();
        return new LogonAnswer(
                done.device().record().id().toString(),
                new dev.slipway.bootloader.protocol.Secret(done.token().reveal()),
                new LogonAnswer.User(user.login(), user.person().name()),
                done.recognized().type().map(DeviceType::name).orElse(""),
                why.isEmpty() ? "" : why.getLast(),
                done.lastEvent());
    }
}
