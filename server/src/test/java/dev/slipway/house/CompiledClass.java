package dev.slipway.house;

import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What the constant pool of one class tells.
 *
 * @param path of its source file below the root of the repository
 * @param name with dots, a nested class after a dollar sign
 * @param mentions names of all classes that its code, signatures and annotations name
 */
record CompiledClass(String path, String name, boolean isStart, Set<String> mentions) {
    /** A class in a descriptor or a generic signature (JVM specification 25, section 4.7.9.1). */
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

    static CompiledClass parse(String module, byte[] bytes) {
        var model = ClassFile.of().parse(bytes);
        var internalName = model.thisClass().asInternalName();
        var source = model.findAttribute(Attributes.sourceFile())
                .map(file -> file.sourceFile().stringValue())
                .orElse("");
        var path = module + "/src/main/java/" + internalName.substring(0, internalName.lastIndexOf('/') + 1) + source;
        return new CompiledClass(path, dotted(internalName), isStart(model), mentions(model));
    }

    String packageName() {
        return name.substring(0, name.lastIndexOf('.'));
    }

    String simpleName() {
        return outermost(name).substring(packageName().length() + 1);
    }

    /** Generated classes, and those whose source was deleted since the last full build, are not judged. */
    boolean hasSource() {
        return Files.isRegularFile(Repository.root().resolve(path));
    }

    static String outermost(String name) {
        return name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    }

    private static boolean isStart(ClassModel model) {
        return model.methods().stream()
                .anyMatch(method -> method.methodName().equalsString("main")
                        && method.methodType().equalsString("([Ljava/lang/String;)V"));
    }

    private static Set<String> mentions(ClassModel model) {
        return StreamSupport.stream(model.constantPool().spliterator(), false)
                .flatMap(CompiledClass::mentions)
                .map(CompiledClass::dotted)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> mentions(PoolEntry entry) {
        return switch (entry) {
            case ClassEntry type when !type.asInternalName().startsWith("[") -> Stream.of(type.asInternalName());
            case Utf8Entry text ->
                IN_DESCRIPTOR.matcher(text.stringValue()).results().map(match -> match.group(1));
            default -> Stream.empty();
        };
    }

    private static String dotted(String internalName) {
        return internalName.replace('/', '.');
    }
}
