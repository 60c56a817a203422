package dev.slipway.door.gateway.file;

import dev.slipway.base.fleet.messages.Channel;
import dev.slipway.base.fleet.messages.GatewaySetup;
import dev.slipway.base.fleet.messages.Receipt;
import dev.slipway.core.message.MessageGateway;
import dev.slipway.core.message.Outcome;
import dev.slipway.core.message.Outgoing;
import dev.slipway.core.message.Supplier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes messages of one channel into a directory. */
public final class FileSupplier implements Supplier {
    private final Channel channel;
    private final Path root;

    /** Below {@code root}, a directory for each gateway. */
    public FileSupplier(Channel channel, Path root) {
        this.channel = channel;
        this.root = root;
    }

    @Override
    public String name() {
        return switch (channel) {
            case SMS -> "file";
            case EMAIL -> "file-email";
        };
    }

    @Override
    public String about() {
        return switch (channel) {
            case SMS -> "Short messages as files on the server, to try things out.";
            case EMAIL -> "E-mails as files on the server, to try things out.";
        };
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public List<Field> fields() {
        return List.of();
    }

    @Override
    public Carries carries(GatewaySetup setup) {
        return switch (channel) {
            case SMS -> new Carries(255, 255, true, true, false);
            case EMAIL -> Carries.LETTERS;
        };
    }

    @Override
    public MessageGateway open(GatewaySetup setup) {
        return new FileGateway(root.resolve(setup.id().toString()));
    }

    @Override
    public Optional<String> warning(GatewaySetup setup) {
        return Optional.empty();
    }

    @Override
    public Optional<Receipt> receipt(GatewaySetup setup, Map<String, String> said, Instant at) {
        return Optional.empty();
    }

    /** The name of the file is our reference, so a repeated message replaces its own file. */
    private record FileGateway(Path directory) implements MessageGateway {
        @Override
        public Outcome send(Outgoing message) {
            try {
                Files.createDirectories(
                        directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                Path part = Files.createTempFile(directory, "message", ".part");
                Files.writeString(part, text(message));
                Path file = directory.resolve(message.reference() + ".txt");
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return new Outcome.Taken(message.reference());
            } catch (IOException broken) {
                return new Outcome.NotSent("it cannot be written: " + broken.getMessage(), Optional.empty());
            }
        }

        private static String text(Outgoing message) {
            String subject = message.text().subject().isEmpty()
                    ? ""
                    : "Subject: " + message.text().subject() + "\n";
            String body = message.text()
                    .octets()
                    .map(octets -> octets.header().hex() + " " + octets.body().hex())
                    .orElse(message.text().body());
            return "To: " + message.to().address() + "\n" + subject + "\n" + body + "\n";
        }

        @Override
        public boolean knowsRepeats() {
            return true;
        }

        @Override
        public void close() {}
    }
}
