package dev.slipway.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.admin.TestHouse;
import dev.slipway.admin.act.Kind;
import dev.slipway.admin.act.activations.ActivationForm;
import dev.slipway.admin.act.devices.DeviceKinds;
import dev.slipway.admin.act.house.KeyActs;
import dev.slipway.admin.act.house.TenantForm;
import dev.slipway.admin.act.messages.ChangeTemplate;
import dev.slipway.admin.act.messages.MessageKinds;
import dev.slipway.admin.act.messages.TestGateway;
import dev.slipway.admin.act.people.PeopleKinds;
import dev.slipway.admin.act.people.TokenForm;
import dev.slipway.admin.act.placement.FleetChange;
import dev.slipway.admin.act.placement.PlacementKinds;
import dev.slipway.admin.act.placement.PollingWish;
import dev.slipway.admin.act.software.PublishRelease;
import dev.slipway.admin.act.software.SoftwareKinds;
import dev.slipway.base.fleet.software.ArtifactDigest;
import dev.slipway.core.enroll.requests.Decision;
import dev.slipway.core.settings.Explanation;
import dev.slipway.core.settings.document.Difference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description that is served against the routes that are registered and the records that they read and write.
 * After a
 * change of either, {@code -Dslipway.openapi.write=true} writes it anew.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private static final Path FILE = Path.of("src/main/resources/dev/slipway/admin/api/openapi.json");

    private static final List<Kind<?, ?>> KINDS = List.of(
            PeopleKinds.USER,
            PeopleKinds.GROUP,
            PeopleKinds.ACCOUNT,
            PeopleKinds.SECURITY_MODEL,
            PeopleKinds.ADMINISTRATOR,
            PeopleKinds.TOKEN,
            DeviceKinds.SUBSCRIPTION,
            DeviceKinds.DEVICE_TYPE,
            DeviceKinds.DEVICE,
            SoftwareKinds.APPLICATION,
            SoftwareKinds.RELEASE,
            SoftwareKinds.DOWNLOAD_ADDRESS,
            SoftwareKinds.APPLICATION_HOST,
            PlacementKinds.PROFILE,
            PlacementKinds.ASSIGNMENT,
            MessageKinds.GATEWAY);

    private static final List<Description.Operation> SPECIAL = List.of(
            with("PUT /api/v1/users/{user}/password", PeopleRoutes.PasswordForm.class, "-", "Set the password."),
            bare("GET /api/v1/users/{user}/accounts", "AccountList", "List the accounts of a user."),
            bare("GET /api/v1/users/{user}/devices", "DeviceList", "List the devices of a user."),
            bare("GET /api/v1/users/{user}/activations", "ActivationList", "List the activations of a user."),
            bare("PUT /api/v1/groups/{group}/users/{user}", "-", "Put a user into a group."),
            bare("DELETE /api/v1/groups/{group}/users/{user}", "-", "Take a user out of a group."),
            bare("PUT /api/v1/groups/{group}/devices/{device}", "-", "Put a device into a group."),
            bare("DELETE /api/v1/groups/{group}/devices/{device}", "-", "Take a device out of a group."),
            bare("GET /api/v1/groups/{group}/users", "UserList", "List the users in a group, directly."),
            bare("GET /api/v1/groups/{group}/devices", "DeviceList", "List the devices in a group, directly."),
            bare("GET /api/v1/users/{user}/groups", "GroupList", "List the groups a user is in, directly."),
            bare("GET /api/v1/devices/{device}/groups", "GroupList", "List the groups a device is in, directly."),
            with("POST /api/v1/tokens", TokenForm.class, "Token", "Issue a token; it is shown this once."),
            bare("GET /api/v1/devices/{device}/explanation", "Explanation", "Say why it gets what it gets."),
            bare("GET /api/v1/devices/{device}/timeline", "Timeline", "Show what it reported."),
            bare("GET /api/v1/devices/{device}/accounts", "AccountsForm", "Show which accounts stand on it."),
            with(
                    "PUT /api/v1/devices/{device}/accounts",
                    DeviceRoutes.AccountsForm.class,
                    "-",
                    "Say which accounts stand on it."),
            bare("GET /api/v1/devices/{device}/preview", "PreviewView", "Show a file as the device would get it."),
            bare(
                    "GET /api/v1/devices/{device}/difference",
                    "Difference",
                    "Show what changes in a file when the device fetches it next."),
            bare("GET /api/v1/devices/{device}/requests", "RequestList", "Say why it got what it got, or nothing."),
            bare("GET /api/v1/requests/unknown", "RequestList", "Show who asked and is nobody's device."),
            with(
                    "POST /api/v1/devices/{device}/address",
                    PhoneRoutes.AddressForm.class,
                    "AddressView",
                    "Open its address for a first contact."),
            with(
                    "POST /api/v1/devices/{device}/wake",
                    PhoneRoutes.WakeForm.class,
                    "WakeView",
                    "Make it fetch now, by SIP check-sync."),
            with(
                    "POST /api/v1/groups/{group}/wake",
                    PhoneRoutes.GroupWakeForm.class,
                    "WakeView",
                    "Make the phones in a group and below it fetch now."),
            bare("POST /api/v1/devices/{device}/block", "Device", "Answer it like an unknown one."),
            bare("POST /api/v1/devices/{device}/unblock", "Device", "Let it in again."),
            bare("POST /api/v1/devices/{device}/retire", "Device", "End its token for good."),
            with(
                    "POST /api/v1/device-types/test",
                    DeviceRoutes.ClaimForm.class,
                    "Match",
                    "Say of which type a claim is."),
            with("POST /api/v1/releases", PublishRelease.PublicationForm.class, "Release", "Publish a release."),
            bare("POST /api/v1/releases/{release}/withdraw", "Release", "Take a release back."),
            bare("DELETE /api/v1/releases/{release}", "-", "Remove a draft."),
            bare("GET /api/v1/releases/{release}/document", "SignedDocument", "Show what the release key signs."),
            with(
                    "PUT /api/v1/releases/{release}/document",
                    KeyRoutes.SignedDocument.class,
                    "Release",
                    "Give a draft its signature: that publishes it."),
            bare("GET /api/v1/applications/{application}/releases", "ReleaseList", "List releases, newest first."),
            bare("GET /api/v1/downloads", "ResolvedView", "Say what a device of a platform would get, and where."),
            bare("POST /api/v1/download-addresses/{download_address}/probe", "ProbeView", "Try it as a device would."),
            bare("POST /api/v1/application-hosts/{application_host}/probe", "ProbeView", "Try it as a device would."),
            bare("POST /api/v1/artifacts", "ArtifactDigest", "Upload the bytes of an artifact."),
            with(
                    "POST /api/v1/activations",
                    ActivationForm.class,
                    "IssuedView",
                    "Issue an activation, with the person, the account and the messages that belong to it."),
            with(
                    "POST /api/v1/activations/check",
                    ActivationForm.class,
                    "ReadinessView",
                    "Say whether such an activation could be issued, and do nothing."),
            bare("GET /api/v1/activations/{activation}", "ActivationView", "Show an activation and its messages."),
            bare("DELETE /api/v1/activations/{activation}", "-", "Make an activation void."),
            with(
                    "POST /api/v1/activations/{activation}/send",
                    ActivationRoutes.SendAgainForm.class,
                    "ActivationView",
                    "Send its messages again."),
            with(
                    "POST /api/v1/activations/{activation}/correct",
                    ActivationRoutes.CorrectionForm.class,
                    "ActivationView",
                    "Correct the number or address, and send everything again."),
            bare("POST /api/v1/activations/{activation}/code", "CodeView", "Read out the code that can be typed."),
            bare("POST /api/v1/activations/{activation}/undo", "-", "Take it back as if it had never been."),
            bare("POST /api/v1/devices/{device}/lost", "Device", "Block it, disable its accounts, void all links."),
            with(
                    "POST /api/v1/imports/people",
                    ImportRoutes.PeopleForm.class,
                    "PeopleReport",
                    "Activate the people of a table."),
            with(
                    "POST /api/v1/imports/phones",
                    ImportRoutes.PhonesForm.class,
                    "PhonesReport",
                    "Read a table of phones."),
            bare("POST /api/v1/imports/settings", "SettingsReport", "Read a settings file into a profile."),
            bare("GET /api/v1/imports", "ImportList", "List imports, newest first."),
            bare("POST /api/v1/imports/{import}/undo", "UndoReport", "Take back what an import did."),
            bare("GET /api/v1/gateway-suppliers", "SupplierList", "List suppliers and what their gateways are told."),
            with(
                    "POST /api/v1/gateways/{gateway}/test",
                    MessageRoutes.TestForm.class,
                    "Report",
                    "Send a test message."),
            bare("GET /api/v1/templates", "TemplateViews", "List templates, shipped ones and one's own."),
            bare(
                    "GET /api/v1/templates/{kind}/{channel}/{language}",
                    "TemplateView",
                    "Show the template that counts for a language."),
            with(
                    "PUT /api/v1/templates/{kind}/{channel}/{language}",
                    ChangeTemplate.Words.class,
                    "TemplateView",
                    "Write a template of one's own."),
            bare("DELETE /api/v1/templates/{kind}/{channel}/{language}", "-", "Go back to the shipped template."),
            with(
                    "POST /api/v1/templates/{kind}/{channel}/{language}/preview",
                    MessageRoutes.PreviewForm.class,
                    "PreviewMessage",
                    "Show what a template looks like and costs."),
            bare("GET /api/v1/messages", "OutboxList", "List messages, newest first."),
            with(
                    "POST /api/v1/messages",
                    MessageRoutes.SendForm.class,
                    "OutboxView",
                    "Create the message that leads a user to the server."),
            bare("GET /api/v1/messages/{message}", "OutboxView", "Show how far a message is."),
            bare("POST /api/v1/messages/{message}/retry", "OutboxView", "Send a dead message again."),
            bare("POST /api/v1/messages/{message}/cancel", "OutboxView", "Take a waiting message back."),
            bare("GET /api/v1/message", "MessageView", "Show the text that leads a user to the server."),
            with(
                    "POST /api/v1/profiles/{profile}/forecast",
                    PlacementKinds.PROFILE.portrait().form(),
                    "FleetChange",
                    "Say what a change of the profile would change on devices."),
            bare("GET /api/v1/polling/forecast", "Forecasts", "Say what polling asks of the server."),
            with("POST /api/v1/polling/proposal", PollingWish.class, "ProposalView", "Propose a polling plan."),
            with("PUT /api/v1/polling/plan", PollingWish.class, "ProposalView", "Give a place the proposed plan."),
            with("POST /api/v1/polling/off", PollingForms.OffForm.class, "-", "Write that polling is off at a place."),
            with(
                    "POST /api/v1/polling/simulation",
                    PollingForms.SimulationForm.class,
                    "SimulationView",
                    "Simulate a fleet that asks at once."),
            bare("GET /api/v1/tenants", "TenantList", "List tenants."),
            with("POST /api/v1/tenants", TenantForm.class, "TenantView", "Create a tenant."),
            bare("GET /api/v1/tenants/{tenant}", "TenantView", "Show a tenant."),
            with("PATCH /api/v1/tenants/{tenant}", TenantForm.class, "TenantView", "Change a tenant (RFC 7396)."),
            bare("GET /api/v1/keys", "KeysView", "Show the signing keys, public halves only."),
            with("POST /api/v1/keys/rotate", KeyRoutes.RotationForm.class, "KeysView", "Make a new key for a role."),
            with(
                    "POST /api/v1/keys/proposals",
                    KeyActs.Proposal.class,
                    "SignedDocument",
                    "Propose the next root document, to be signed elsewhere."),
            with(
                    "PUT /api/v1/keys/root",
                    KeyRoutes.SignedDocument.class,
                    "KeysView",
                    "Take in the next root document."),
            bare("POST /api/v1/keys/{key}/export", "PrivateKeyView", "Show a private half, to be kept elsewhere."),
            with(
                    "POST /api/v1/keys/{key}/detach",
                    KeyRoutes.SignedDocument.class,
                    "KeysView",
                    "Forget a private half that is kept elsewhere."),
            bare("GET /api/v1/sip-servers", "SipServerList", "List SIP servers that read which accounts may register."),
            with(
                    "POST /api/v1/sip-servers",
                    ServerRoutes.SipServerForm.class,
                    "OpenedSipServer",
                    "Create the right of a SIP server to read them."),
            bare("DELETE /api/v1/sip-servers/{sip_server}", "-", "Let it read no more."),
            bare("GET /api/v1/webhooks", "WebhookList", "List addresses that are told of accounts."),
            with(
                    "POST /api/v1/webhooks",
                    ServerRoutes.WebhookForm.class,
                    "OpenedWebhook",
                    "Tell an address of each change of an account."),
            bare("DELETE /api/v1/webhooks/{webhook}", "-", "Tell it no more."),
            bare("GET /api/v1/journal", "JournalList", "List who did what, newest first."),
            bare("GET /api/v1/server", "ServerView", "Show how the server is."));

    private static final List<Class<? extends Record>> OTHERS = List.of(
            Explanation.class,
            DeviceRoutes.Timeline.class,
            DeviceRoutes.AccountsForm.class,
            DeviceRoutes.Match.class,
            PhoneRoutes.PreviewView.class,
            Difference.class,
            FleetChange.class,
            PhoneRoutes.AddressView.class,
            PollingForms.Forecasts.class,
            PollingForms.ProposalView.class,
            PollingForms.SimulationView.class,
            ArtifactDigest.class,
            SoftwareRoutes.ResolvedView.class,
            SoftwareRoutes.ProbeView.class,
            ImportRoutes.PhonesReport.class,
            ImportRoutes.UndoReport.class,
            ImportRoutes.SettingsReport.class,
            ActivationRoutes.IssuedView.class,
            ActivationRoutes.ActivationView.class,
            ActivationRoutes.CodeView.class,
            ActivationRoutes.ReadinessView.class,
            ImportRoutes.PeopleReport.class,
            ActivationRoutes.MessageView.class,
            ServerRoutes.TenantView.class,
            ServerRoutes.OpenedSipServer.class,
            ServerRoutes.OpenedWebhook.class,
            KeyRoutes.KeysView.class,
            KeyRoutes.PrivateKeyView.class,
            KeyRoutes.SignedDocument.class,
            PhoneRoutes.WakeView.class,
            MessageRoutes.SupplierList.class,
            MessageRoutes.TemplateViews.class,
            MessageRoutes.TemplateView.class,
            MessageRoutes.PreviewMessage.class,
            MessageRoutes.OutboxView.class,
            TestGateway.Report.class,
            ServerRoutes.ServerView.class);

    private static final List<Description.Rows> LISTS = List.of(
            new Description.Rows("ActivationList", ActivationRoutes.ActivationView.class),
            new Description.Rows("RequestList", Decision.class),
            new Description.Rows("OutboxList", MessageRoutes.OutboxView.class),
            new Description.Rows("SipServerList", ServerRoutes.SipServerView.class),
            new Description.Rows("WebhookList", ServerRoutes.WebhookView.class),
            new Description.Rows("TenantList", ServerRoutes.TenantView.class),
            new Description.Rows("ImportList", ImportRoutes.ImportView.class),
            new Description.Rows("JournalList", ServerRoutes.JournalView.class));

    private static final JsonMapper MAPPER = new JsonMapper();

    private TestHouse house;

    @BeforeAll
    void open(@TempDir Path directory) throws IOException {
        house = new TestHouse(directory);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void the_description_names_every_operation_and_field_and_no_other() throws IOException {
        ObjectNode wanted = new Description(KINDS, SPECIAL).of(Routes.all(house.parts()), OTHERS, LISTS);
        if (Boolean.getBoolean("slipway.openapi.write")) {
            Files.writeString(FILE, MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(wanted) + "\n");
        }

        assertThat(MAPPER.readTree(Files.readString(FILE))).isEqualTo(MAPPER.readTree(wanted.toString()));
    }

    @Test
    void no_described_operation_is_without_its_route() {
        List<String> routes = Routes.all(house.parts()).stream()
                .map(route -> route.method() + " " + route.path())
                .toList();

        assertThat(routes).doesNotHaveDuplicates();
        assertThat(routes)
                .containsAll(SPECIAL.stream().map(Description.Operation::line).toList());
    }

    @Test
    void every_reference_leads_to_a_schema() throws IOException {
        var file = (ObjectNode) MAPPER.readTree(Files.readString(FILE));
        var referred = new HashSet<String>();
        file.findValuesAsString("$ref").forEach(reference -> referred.add(reference.substring(21)));

        assertThat(file.at("/components/schemas").propertyNames()).containsAll(referred);
    }

    private static Description.Operation bare(String line, String response, String summary) {
        return new Description.Operation(line, Optional.empty(), response, summary);
    }

    private static Description.Operation with(
            String line, Class<? extends Record> request, String response, String summary) {
        return new Description.Operation(line, Optional.of(request), response, summary);
    }
}
