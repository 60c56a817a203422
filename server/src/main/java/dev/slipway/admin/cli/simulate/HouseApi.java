package dev.slipway.admin.cli.simulate;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a simulation asks of the REST API of administration; may be called by several threads. */
public interface HouseApi {
    /** Makes a record of that kind; false when one of its name is there, which stays as it is. */
    boolean make(String kind, Map<String, Object> record);

    /** Carries out an act on a record; what the server answered. */
    JsonNode act(String kind, String name, String act, Map<String, Object> form);

    /** Names of the devices that are directly in a group. */
    List<String> devicesIn(String group);

    /** Removes a record that is there. */
    void remove(String kind, String name);
}
