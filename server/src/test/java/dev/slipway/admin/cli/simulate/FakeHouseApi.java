package dev.slipway.admin.cli.simulate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administration of a portal that is nowhere: it keeps names and gives addresses. */
final class FakeHouseApi implements HouseApi {
    private final Set<String> groups = new ConcurrentSkipListSet<>();
    private final Set<String> devices = new ConcurrentSkipListSet<>();

    @Override
    public boolean make(String kind, Map<String, Object> record) {
        return of(kind).add(String.valueOf(record.get("name")));
    }

    @Override
    public JsonNode act(String kind, String name, String act, Map<String, Object> form) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("file", "https://portal.example.com/d/" + name + "/settings.xml");
    }

    @Override
    public List<String> devicesIn(String group) {
        return List.copyOf(devices);
    }

    @Override
    public void remove(String kind, String name) {
        if (!of(kind).remove(name)) {
            throw new IllegalStateException(kind + " " + name + " is not there");
        }
    }

    private Set<String> of(String kind) {
        return kind.equals("groups") ? groups : devices;
    }

    Set<String> groups() {
        return groups;
    }

    Set<String> devices() {
        return devices;
    }
}
