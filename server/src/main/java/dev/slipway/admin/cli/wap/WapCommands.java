package dev.slipway.admin.cli.wap;

import dev.slipway.base.fleet.Refusal;
import dev.slipway.base.wire.wap.Located;
import dev.slipway.base.wire.wap.ProvisioningXml;
import dev.slipway.base.wire.wap.lint.Finding;
import dev.slipway.base.wire.wap.lint.Linter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands, and those of them that are short. */
public final class WapCommands {
    /** What a command does. */
    @FunctionalInterface
    public interface Action {
        /** Answers false when a check failed, as lint does. */
        boolean run(Call call);
    }

    private WapCommands() {}

    /** All of them below {@code wap}. */
    public static CommandSpec spec() {
        CommandSpec wap =
                help(CommandSpec.create().name("wap"), "Provisioning documents of WAP and OMA, without a server.");
        add(wap, "lint", "Look for what phones would refuse or drop.", WapCommands::lint);
        CommandSpec encode = add(wap, "encode", "Write a document as WBXML.", WapCommands::encode);
        encoding(encode);
        output(encode);
        output(add(wap, "decode", "Write a document as XML.", WapCommands::decode));
        CommandSpec sign = add(wap, "sign", "Print what makes phones believe a document.", WapCommands::sign);
        encoding(sign);
        security(sign, true);
        CommandSpec push = add(wap, "push", "Print a document as a push, in hexadecimal digits.", PushCommand::run);
        encoding(push);
        security(push, false);
        PushCommand.options(push);
        return wap;
    }

    private static CommandSpec add(CommandSpec parent, String name, String about, Action action) {
        CommandSpec spec = help(CommandSpec.wrapWithoutInspection(action).name(name), about);
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .type(String.class)
                .required(true)
                .paramLabel("FILE")
                .description("The document, as XML or as WBXML; - is standard input.")
                .build());
        parent.addSubcommand(name, spec);
        return spec;
    }

    private static CommandSpec help(CommandSpec spec, String about) {
        spec.interpolateVariables(false);
        spec.usageMessage().description(about);
        return spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .type(boolean.class)
                .description("Say this.")
                .build());
    }

    private static void output(CommandSpec spec) {
        spec.addOption(option("-o,--output", "FILE", "Where to write it; else, and for -, to standard output."));
    }

    private static void encoding(CommandSpec spec) {
        spec.addOption(
                option("--mode", "MODE", "compatible (as libwbxml and Kannel write) or compact (fewest bytes)."));
        spec.addOption(flag("--no-string-table", "Every text where it belongs."));
    }

    private static void security(CommandSpec spec, boolean required) {
        spec.addOption(OptionSpec.builder("--sec")
                .type(String.class)
                .required(required)
                .paramLabel("METHOD")
                .description("netwpin, userpin, usernetwpin or userpinmac.")
                .build());
        spec.addOption(option("--pin", "DIGITS", "The PIN; else one of 6 digits is made and printed."));
        spec.addOption(option("--imsi", "DIGITS", "The IMSI, as it is written; it becomes a key here."));
    }

    static OptionSpec option(String name, String label, String description) {
        return OptionSpec.builder(name.split(","))
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    private static boolean lint(Call call) {
        Source source = Source.of(call);
        List<Integer> lines = source instanceof Source.Text(Located located) ? located.lines() : List.of();
        List<Finding> findings = Linter.lint(source.document());
        for (Finding finding : findings) {
            String line = lines.isEmpty() ? "" : ":" + lines.get(finding.item());
            call.out()
                    .println("%s%s: %s: %s: %s (%s)"
                            .formatted(
                                    call.file(),
                                    line,
                                    finding.level().name().toLowerCase(Locale.ROOT),
                                    finding.path(),
                                    finding.sentence(),
                                    finding.code()));
        }
        return findings.stream().noneMatch(finding -> finding.level() == Finding.Level.ERROR);
    }

    private static boolean encode(Call call) {
        byte[] bytes = Source.of(call).bytes(call);
        write(call, bytes);
        call.say("%d bytes".formatted(bytes.length));
        return true;
    }

    private static boolean decode(Call call) {
        write(call, ProvisioningXml.write(Source.of(call).document()).getBytes(StandardCharsets.UTF_8));
        return true;
    }

    private static boolean sign(Call call) {
        Source source = Source.of(call);
        source.document();
        Signing signing = Signing.of(call, call.option("--sec").orElseThrow(), source.bytes(call));
        call.out()
                .println("sec  %d (%s)"
                        .formatted(
                                signing.signature().security().number(),
                                signing.signature().security()));
        signing.signature().mac().ifPresent(mac -> call.out().println("mac  " + mac));
        signing.told().ifPresent(pin -> call.out().println("pin  " + pin.digits()));
        return true;
    }

    private static void write(Call call, byte[] bytes) {
        String name = call.option("--output").orElse(Source.STANDARD);
        try {
            if (name.equals(Source.STANDARD)) {
                OutputStream out = call.out();
                out.write(bytes);
                out.flush();
            } else {
                Files.write(Path.of(name), bytes);
            }
        } catch (IOException unwritable) {
            throw new Refusal("wap.not-written", "The file %s cannot be written; check its name.".formatted(name));
        }
    }
}
