package dev.slipway.app.story;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The main job from start to end: a person gets a message, the Bootloader logs on, receives the bundle made for that
 * user and
 * that device type, removes the earlier client, installs, reports, and takes a newer release by itself.
 */
final class Story {
    private static final String PASSWORD = "correct horse battery";
    private static final String LOGIN = "ann";
    private static final Duration POLLED_WITHIN = Duration.ofSeconds(60);

    private final Stage stage;
    private final Props props;
    private final DeviceProcess.Machine machine;
    private final boolean byAlias;

    /**
     * A story to be played.
     *
     * @param byAlias whether the message names the server's alias instead of its host
     */
    Story(Stage stage, Props props, DeviceProcess.Machine machine, boolean byAlias) {
        this.byAlias = byAlias;
        this.stage = stage;
        this.props = props;
        this.machine = machine;
    }

    void play() {
        people();
        publish(props.releases().getFirst(), "--replaces-dir", props.earlier() + "=uninstall");
        place();
        String message = message();
        install(message);
        newer();
        timeline();
    }

    private void people() {
        stage.step("A user in a group");
        stage.run("group", "create", "staff");
        stage.runWith(
                PASSWORD + "\n",
                "user",
                "create",
                LOGIN,
                "--name",
                "Ann Example",
                "--group",
                "staff",
                "--password-stdin");
    }

    private void publish(Props.Edition edition, String... more) {
        stage.step("Release " + edition.version() + " of " + props.name() + " is published");
        List<String> words = new ArrayList<>(List.of(
                "application",
                "publish",
                props.name(),
                edition.version(),
                "--file",
                edition.archive().toString()));
        words.addAll(List.of(more));
        stage.run(words.toArray(String[]::new));
    }

    private void place() {
        stage.step("The group gets it, with a policy");
        String key = "application." + props.name() + ".";
        stage.run("profile", "create", "house-rules", "--kind", "policy");
        stage.run(
                "profile",
                "set",
                "house-rules",
                "--enforced",
                key + "greeting=Hello",
                "--enforced",
                key + "name=${user.name}",
                "--locked",
                key + "farewell=Goodbye",
                "--enforced",
                "polling.enabled=true",
                "--enforced",
                "polling.mode=rnd",
                "--enforced",
                "polling.period_seconds=10");
        stage.run("assignment", "create", "--profile", "house-rules", "--group", "staff");
        stage.run("assignment", "create", "--application", props.name(), "--group", "staff");
    }

    private String message() {
        stage.step("The message that the user gets");
        List<String> words = new ArrayList<>(List.of("message", "generate", "--user", LOGIN));
        if (byAlias) {
            words.add("--by-alias");
        }
        return stage.run(words.toArray(String[]::new)).strip();
    }

    private void install(String message) {
        stage.step("The device: the Bootloader with that message");
        stage.say("before: " + props.earlier() + (Files.exists(props.earlier()) ? " stands there" : " is missing"));
        try (DeviceProcess device = start(List.of("--login", LOGIN, message))) {
            device.end();
        }
        if (Files.exists(props.earlier())) {
            throw new StoryFailed("the earlier client still stands in " + props.earlier());
        }
        stage.say("after: the earlier client is gone");
        runs(props.releases().getFirst());
    }

    private void newer() {
        stage.step("The device polls; a newer release is published meanwhile");
        Props.Edition newer = props.releases().getLast();
        try (DeviceProcess device = start(List.of("run"))) {
            device.expect("next poll at", POLLED_WITHIN);
            publish(newer);
            device.expect("install done: " + props.name() + " " + newer.version(), POLLED_WITHIN);
            device.expect("next poll at", POLLED_WITHIN);
        }
        runs(newer);
    }

    private void timeline() {
        stage.step("What the server knows of the device");
        stage.run("device", "list");
        String device = stage.ask("", "device", "list", "-o", "csv")
                .lines()
                .skip(1)
                .findFirst()
                .orElse("")
                .split(",")[1];
        stage.run("device", "timeline", device);
        stage.run("device", "explain", device);
    }

    private DeviceProcess start(List<String> words) {
        return machine.start(stage, Map.of("SLIPWAY_PASSWORD", PASSWORD), words);
    }

    /** The installed program itself is the proof. */
    private void runs(Props.Edition edition) {
        Path current = machine.home().resolve("apps").resolve(props.name()).resolve("current");
        if (!Files.exists(current)) {
            throw new StoryFailed(current + " is missing");
        }
        props.program().ifPresent(program -> {
            String said = output(current.resolve(program));
            stage.say("$ " + props.name() + "\n     " + said.strip());
            if (!said.contains(edition.version()) || !said.contains("Ann Example")) {
                throw new StoryFailed("the program did not say its version and the user's name");
            }
        });
    }

    private static String output(Path program) {
        try {
            Process process = new ProcessBuilder(program.toString())
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StoryFailed(program + " cannot be run", e);
        }
    }
}
