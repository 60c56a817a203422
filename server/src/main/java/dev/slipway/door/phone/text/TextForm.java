package dev.slipway.door.phone.text;

import dev.slipway.base.wire.data.DataFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The form of a file: lines of {@code WORD TAB TEXT}; number signs begin remarks.
 *
 * @param head {@code file}, {@code media-type}, and {@code forbidden}, characters that no value may hold
 * @param device patterns of the lines that stand once
 * @param account patterns of the lines of each account
 */
record TextForm(Map<String, String> head, List<LinePattern> device, List<LinePattern> account) {
    TextForm {
        head = Map.copyOf(head);
        device = List.copyOf(device);
        account = List.copyOf(account);
    }

    /** The form {@code resource} of the jar; a bad one is a fault. */
    static TextForm read(String resource) {
        return parse(DataFile.text(TextForm.class, resource));
    }

    static TextForm parse(String text) {
        Map<String, String> head = new HashMap<>();
        List<LinePattern> device = new ArrayList<>();
        List<LinePattern> account = new ArrayList<>();
        DataFile.lines(text).forEach(line -> {
            String[] columns = line.split("\t", 2);
            switch (columns[0]) {
                case "device" -> device.add(LinePattern.parse(columns[1]));
                case "account" -> account.add(LinePattern.parse(columns[1]));
                default -> head.put(columns[0], columns[1]);
            }
        });
        return new TextForm(head, device, account);
    }

    String file() {
        return needed("file");
    }

    String mediaType() {
        return needed("media-type");
    }

    String forbidden() {
        return head.getOrDefault("forbidden", "");
    }

    private String needed(String word) {
        return Optional.ofNullable(head.get(word))
                .orElseThrow(() -> new IllegalStateException("the form lacks " + word));
    }
}
