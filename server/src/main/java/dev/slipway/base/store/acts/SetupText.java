package dev.slipway.base.store.acts;

import dev.slipway.base.fleet.Id;
import dev.slipway.base.fleet.devices.DeviceSetup;
import dev.slipway.base.fleet.devices.DeviceSetup.PlacedAccount;
import dev.slipway.base.fleet.people.Group;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A setup of a device as JSON, with ids as numbers. */
final class SetupText {
    private static final JsonMapper JSON = JsonMapper.shared();

    private SetupText() {}

    static String write(DeviceSetup setup) {
        ObjectNode node = JSON.createObjectNode()
                .put("name", setup.name())
                .put("type", setup.type().value());
        setup.user().ifPresent(user -> node.put("user", user.value()));
        var groups = node.putArray("groups");
        setup.groups().forEach(group -> groups.add(group.value()));
        var accounts = node.putArray("accounts");
        setup.accounts().forEach(placed -> accounts.addObject()
                .put("position", placed.position())
                .put("account", placed.account().value())
                .put("label", placed.label()));
        return node.toString();
    }

    static DeviceSetup read(String text) {
        JsonNode node = JSON.readTree(text);
        return new DeviceSetup(
                node.required("name").asString(),
                id(node.required("type")),
                Optional.ofNullable(node.get("user")).map(SetupText::id),
                node.required("groups").valueStream().map(SetupText::<Group>id).toList(),
                node.required("accounts").valueStream().map(SetupText::placed).toList());
    }

    private static PlacedAccount placed(JsonNode node) {
        return new PlacedAccount(
                node.required("position").asInt(),
                id(node.required("account")),
                node.required("label").asString());
    }

    private static <T> Id<T> id(JsonNode number) {
        return new Id<>(number.asLong());
    }
}
