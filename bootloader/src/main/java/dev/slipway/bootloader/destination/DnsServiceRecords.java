package dev.slipway.bootloader.destination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.InitialDirContext;

/** Asks the machine's resolver through the DNS provider of the JDK (module jdk.naming.dns). */
final class DnsServiceRecords implements ServiceRecords {
    private static final System.Logger LOG = System.getLogger("dev.slipway.bootloader.destination");
    private static final String TIMEOUT_MILLISECONDS = "2000";
    private static final String RETRIES = "2";

    @Override
    public Optional<String> find(String domain) {
        try {
            return best(ask("_slipway._tcp." + domain));
        } catch (NamingException e) {
            LOG.log(System.Logger.Level.DEBUG, () -> "service-record.none domain=" + domain + " cause=" + e);
            return Optional.empty();
        }
    }

    /** Lowest priority first, then the larger weight; target {@code .} means that the service is not offered. */
    static Optional<String> best(List<String> records) {
        return records.stream()
                .map(record -> record.strip().split("\\s+"))
                .filter(parts -> parts.length == 4 && number(parts[0]) && number(parts[1]) && number(parts[2]))
                .filter(parts -> !parts[3].equals("."))
                .min(Comparator.<String[]>comparingInt(parts -> Integer.parseInt(parts[0]))
                        .thenComparingInt(parts -> -Integer.parseInt(parts[1])))
                .map(parts -> parts[3].replaceAll("\\.$", "") + ":" + parts[2]);
    }

    private static boolean number(String text) {
        return text.matches("[0-9]{1,5}");
    }

    /**
     * The only way to SRV records in the JDK. The provider is fixed and is asked for text attributes only, so no
     * object is ever loaded from the network; its API is older than the collections and wants this table.
     */
    @SuppressWarnings({"BanJNDI", "JdkObsolete"})
    private static List<String> ask(String name) throws NamingException {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
        environment.put("com.sun.jndi.dns.timeout.initial", TIMEOUT_MILLISECONDS);
        environment.put("com.sun.jndi.dns.timeout.retries", RETRIES);
        var context = new InitialDirContext(environment);
        try {
            return texts(Optional.ofNullable(
                    context.getAttributes(name, new String[] {"SRV"}).get("SRV")));
        } finally {
            context.close();
        }
    }

    private static List<String> texts(Optional<Attribute> attribute) throws NamingException {
        var all = new ArrayList<String>();
        if (attribute.isPresent()) {
            NamingEnumeration<?> values = attribute.get().getAll();
            while (values.hasMore()) {
                all.add(String.valueOf(values.next()));
            }
        }
        return all;
    }
}
